import { createHash } from 'node:crypto';
import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { RequestBudget, withinBudget } from '../../api/core/requestBudget';
import { REGIONS, type Region, type Service } from '../../api/core/service';
import { realClock } from './clock';
import { CREDENTIAL_TYPE, httpClientOf } from './httpClient';

const account = z.object({
	apiKey: z.string().default(''),
	webhookSecret: z.string().default(''),
	region: z.enum(['us', 'eu', 'custom']).default('us'),
	speechToTextUrl: z.string().trim().default(''),
	llmGatewayUrl: z.string().trim().default(''),
});

/**
 * The service of the credential's account and region.
 * @param credentialType one with the same fields, where it is not this package's
 */
export async function serviceOf(
	context: IExecuteFunctions | ILoadOptionsFunctions | ISupplyDataFunctions | IWebhookFunctions,
	credentialType = CREDENTIAL_TYPE,
): Promise<Service> {
	const credential = account.parse(await context.getCredentials(credentialType));
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const region = regionOf(credential);
	const secrets = [credential.apiKey, credential.webhookSecret];
	return {
		...region,
		account: accountName(credential.apiKey, region),
		http: withinBudget(
			httpClientOf(context, { credentialType, secrets }),
			new RequestBudget(realClock),
			signal,
		),
		clock: realClock,
		signal,
		random: Math.random,
	};
}

/** A hash, so that nothing from which the key could be read is kept anywhere but in the credential. */
function accountName(apiKey: string, { llmGatewayUrl }: Region): string {
	return createHash('sha256').update(`${apiKey} ${llmGatewayUrl}`).digest('hex');
}

function regionOf({ region, speechToTextUrl, llmGatewayUrl }: z.infer<typeof account>): Region {
	if (region !== 'custom') return REGIONS[region];
	return {
		speechToTextUrl: originOf(speechToTextUrl, 'Speech-to-Text URL'),
		llmGatewayUrl: originOf(llmGatewayUrl, 'LLM Gateway URL'),
	};
}

function originOf(url: string, label: string): string {
	if (/^https?:\/\/[^\s/]/.test(url)) return withoutLastSlashes(url);
	throw new InputError(`The ${label} of the AssemblyAI credential is not a URL`, {
		hint: 'Give the address with its scheme, e.g. https://api.assemblyai.com, or choose the region US or EU.',
	});
}

/** A loop, because the pattern for it takes time that grows with the square of the slashes. */
function withoutLastSlashes(url: string): string {
	let end = url.length;
	while (url[end - 1] === '/') end--;
	return url.slice(0, end);
}
