import type { Clock } from '../../clock';
import type { HttpClient } from './httpClient';
import type { RateGate } from './rateGate';

/** AssemblyAI as one account in one region sees it, with everything needed to talk to it. */
export interface Service {
	http: HttpClient;
	clock: Clock;
	/** Aborted when the user stops the execution. */
	signal: AbortSignal | undefined;
	/** Origins without a trailing slash; both must belong to one region. */
	speechToTextUrl: string;
	llmGatewayUrl: string;
	/** Names the account without telling its key: the same for all executions that share its limits. */
	account?: string;
	/** Shared by requests that count against one rate limit. */
	gate?: RateGate;
	/** 0 to 1, for jitter. */
	random: () => number;
}

export interface Region {
	speechToTextUrl: string;
	llmGatewayUrl: string;
}

/** AssemblyAI API reference, "Cloud endpoints and data residency". */
export const REGIONS = {
	us: {
		speechToTextUrl: 'https://api.assemblyai.com',
		llmGatewayUrl: 'https://llm-gateway.assemblyai.com',
	},
	eu: {
		speechToTextUrl: 'https://api.eu.assemblyai.com',
		llmGatewayUrl: 'https://llm-gateway.eu.assemblyai.com',
	},
} as const satisfies Record<string, Region>;

export type RegionName = keyof typeof REGIONS;

/** The region that an address belongs to; an address of somebody's own may lead to any. */
export function regionAt(llmGatewayUrl: string): RegionName | undefined {
	const names = ['us', 'eu'] as const;
	return names.find((name) => REGIONS[name].llmGatewayUrl === llmGatewayUrl);
}
