import { matchesPath } from '../server/requestLog';

/** The call comes while the job goes on and not at its end, not at all, or once more at the same moment. */
export type CallBackFault = 'early' | 'lost' | 'twice';

export type Fault =
	/** Answered without being handled: an object goes out as JSON, a string as HTML or plain text. */
	| { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
	/** Handled after a wait. */
	| { kind: 'delay'; ms: number }
	/** Connection cut before the request is handled. */
	| { kind: 'reset' }
	/** Handled (a job is accepted), then the connection is cut without a reply. */
	| { kind: 'lostReply' }
	/** Handled; half of the reply is sent under its full Content-Length, then the connection is cut. */
	| { kind: 'truncate' }
	/** Handled; the reply comes out slowly. */
	| { kind: 'drip'; bytesPerSecond: number }
	/** For `POST /v2/transcript`: the job is accepted and ends with status `error` and this text. */
	| { kind: 'jobError'; error: string }
	/** For `POST /v2/transcript`: the job is accepted, and what becomes of its call-back. */
	| { kind: 'callBack'; how: CallBackFault }
	/** For `POST /v1/chat/completions`: accepted, but this is what the model said. */
	| {
			kind: 'chatReply';
			content: string | null | Array<{ type: 'text'; text: string }>;
			finishReason?: string;
			choices?: unknown[];
	  };

export interface FaultRule {
	/** Any method when left out. */
	method?: string;
	/** The exact path, or an expression that it matches; without query. */
	path: string | RegExp;
	/** Counted from 1 among the matching calls since the fault was armed; default 1. */
	nth?: number;
	/** How many matching calls from the n-th on; default 1. */
	times?: number;
	fault: Fault;
}

/** Faults that are armed. Every rule counts the calls that match it; of those due, the first armed strikes. */
export class FaultList {
	private armed: Array<{ rule: FaultRule; calls: number }> = [];

	arm(rule: FaultRule): void {
		this.armed.push({ rule, calls: 0 });
	}

	clear(): void {
		this.armed = [];
	}

	get rules(): FaultRule[] {
		return this.armed.map(({ rule }) => rule);
	}

	strike(method: string, path: string): Fault | undefined {
		const due = this.armed.filter((entry) => {
			const { rule } = entry;
			if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
			if (!matchesPath(rule.path, path)) return false;
			entry.calls += 1;
			const first = rule.nth ?? 1;
			return entry.calls >= first && entry.calls < first + (rule.times ?? 1);
		});
		return due[0]?.rule.fault;
	}
}
