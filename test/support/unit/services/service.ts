import type { HttpClient } from '../../../../nodes/shared/api/core/httpClient';
import type { Service } from '../../../../nodes/shared/api/core/service';
import { ScriptedHttp, type Step } from './scriptedHttp';
import { VirtualClock } from '../virtualClock';

/** AssemblyAI on a virtual clock, its jitter in the middle of its range unless a test says otherwise. */
export function serviceOver(
	http: HttpClient,
	clock: VirtualClock,
	others: Partial<Service> = {},
): Service {
	return {
		http,
		clock,
		signal: undefined,
		speechToTextUrl: 'http://stt.test',
		llmGatewayUrl: 'http://gateway.test',
		random: () => 0.5,
		...others,
	};
}

export interface Scripted {
	service: Service;
	clock: VirtualClock;
	http: ScriptedHttp;
}

/** A service that replies step by step. */
export function scripted(
	steps: readonly Step[],
	{ always, ...others }: Partial<Service> & { always?: Step } = {},
): Scripted {
	const clock = new VirtualClock();
	const http = new ScriptedHttp(clock, steps, always);
	return { service: serviceOver(http.send, clock, others), clock, http };
}
