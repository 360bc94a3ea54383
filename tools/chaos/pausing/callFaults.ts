import { SECRET_HEADER } from '../../../nodes/shared/webhook/secret';
import { RESUME_PATH } from '../../../nodes/shared/n8n/pausing/resumeAddress';
import type { PausedExecution } from '../../../test/engine/harness';

/** What happens to a call-back on its way to n8n and back. */
export const CALL_FAULTS = [
	/** Somebody on the way takes it and answers it. */
	'callLost',
	/** Before n8n has seen it: the service calls again. */
	'callReset',
	/** Twice at the same moment. */
	'callDoubled',
	/** Behind all others. */
	'callLate',
	/** n8n acts on it, and its answer is lost. */
	'callUnanswered',
	/** n8n dies before it has saved what the node made of the call. */
	'callCrashed',
] as const;

/** Calls that AssemblyAI never made, and how they are answered while the execution pauses. */
const FORGERIES = {
	forgedWithoutSecret: 403,
	forgedWithGuess: 403,
	forgedAboutOther: 404,
	forgedWithoutToken: 401,
	/** By somebody who knows everything: answered as the service is, by what it says of the job. */
	forgedEarly: undefined,
} as const;

export type Forgery = keyof typeof FORGERIES;

export const ALL_FORGERIES: readonly Forgery[] = [
	'forgedWithoutSecret',
	'forgedWithGuess',
	'forgedAboutOther',
	'forgedWithoutToken',
	'forgedEarly',
];

/** Or n8n is killed while the execution pauses, and another goes on. */
export type CallFault = (typeof CALL_FAULTS)[number] | Forgery | 'killed';

/** A call to the address of an execution. */
export interface Call {
	executionId: string;
	token: string;
	path: string;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

/** With which the service calls; no key, so that it may stand here. */
export const SECRET = 'told-to-nobody';
const OTHER_TRANSCRIPT = '00000000-0000-4000-8000-000000000000';

export function forgedCall(
	forgery: Forgery,
	{ id: executionId, token }: Pick<PausedExecution, 'id' | 'token'>,
	transcriptId: string,
): Call {
	return {
		executionId,
		token: forgery === 'forgedWithoutToken' ? '' : token,
		path: RESUME_PATH,
		headers:
			forgery === 'forgedWithoutSecret'
				? {}
				: { [SECRET_HEADER]: forgery === 'forgedWithGuess' ? 'guess' : SECRET },
		body: {
			transcript_id: forgery === 'forgedAboutOther' ? OTHER_TRANSCRIPT : transcriptId,
			status: 'completed',
		},
	};
}

export function isRightAnswer(forgery: Forgery, status: number): boolean {
	return status === (FORGERIES[forgery] ?? status);
}
