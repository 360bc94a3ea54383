import { RedirectError } from './errors';
import { shortened } from './errorText';
import type { HttpResponse } from './httpClient';
import type { Service } from './service';

/**
 * The error of a reply that sends on to another address. None is followed: whoever answers there would be
 * handed the API key.
 */
export function redirectError(
	service: Service,
	{ url, purpose }: { url: string; purpose: string },
	{ status, headers }: HttpResponse,
): RedirectError {
	const asked = new URL(url).origin;
	const target = webAddress(headers.location, url);
	const where = target ? target.origin : 'nowhere';
	return new RedirectError(
		`AssemblyAI did not ${purpose}: ${asked} sends on to ${where} (status ${status}), which was not followed`,
		{ status, hint: hintFor(service, url, target) },
	);
}

/** The longest name that DNS knows. */
const MAX_HOST_NAME = 254;

/** The address that a Location header names, which may be relative to what was asked. */
function webAddress(location: string | undefined, url: string): URL | undefined {
	if (location === undefined || !URL.canParse(location, url)) return undefined;
	const target = new URL(location, url);
	const isHost = /^https?:$/.test(target.protocol) && target.hostname.length <= MAX_HOST_NAME;
	return isHost ? target : undefined;
}

function hintFor(service: Service, url: string, target: URL | undefined): string {
	if (target === undefined || target.origin === new URL(url).origin) {
		return 'AssemblyAI does not redirect. Check the URLs of the credential, and whether a proxy or a sign-in page stands between n8n and AssemblyAI.';
	}
	const isSpeechToText = url.startsWith(`${service.speechToTextUrl}/`);
	const base = isSpeechToText ? service.speechToTextUrl : service.llmGatewayUrl;
	const field = isSpeechToText ? 'Speech-to-Text URL' : 'LLM Gateway URL';
	return `The API key was not sent there. If that address is the right one, enter ${baseOf(target, url.slice(base.length))} as the ${field} of the credential, with the region Custom; if not, choose the region US or EU, or check whether a proxy stands between n8n and AssemblyAI.`;
}

/** What stands before the path that was asked for, if the same is asked for at the other address. */
function baseOf({ origin, pathname }: URL, path: string): string {
	return shortened(
		pathname.endsWith(path) ? `${origin}${pathname.slice(0, -path.length)}` : origin,
	);
}
