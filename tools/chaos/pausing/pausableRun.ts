import type { INodeExecutionData } from 'n8n-workflow';
import type {
	CallAnswer,
	PausedExecution,
	ResumeCall,
	RunResult,
} from '../../../test/engine/harness';
import type { Random } from '../random';
import {
	ALL_FORGERIES,
	CALL_FAULTS,
	forgedCall,
	isRightAnswer,
	SECRET,
	type Call,
	type CallFault,
	type Forgery,
} from './callFaults';

/** An execution that n8n has put away, whichever process it is that resumes it. */
export interface ParkedExecution
	extends Pick<PausedExecution, 'id' | 'token' | 'stored' | 'call' | 'timeUp'> {
	/** Where it is a process that can be killed while it judges a call. */
	callAndDie?: (call: ResumeCall, afterMs: number) => Promise<void>;
}

/** How an execution went on after a pause. */
export interface Resumed {
	result: RunResult;
	by: 'call' | 'timeLimit';
}

const NOT_WAITING = 409;
/** What a proxy tells the service when n8n is gone. */
export const BAD_GATEWAY = 502;
/** The service calls so often. */
const MAX_ATTEMPTS = 10;

/** A look at the service takes some tens of milliseconds. */
const MAX_MS_TO_DEATH = 100;

interface Pause {
	execution: ParkedExecution;
	/** Jobs of which a call may still come. */
	open: Set<string>;
	/** Calls that come behind all others. */
	late: Call[];
	resumed: Resumed[];
	/** n8n saves that before it runs anything, so that a call comes too late from there on. */
	isTimeUp: boolean;
	isOver: () => void;
}

function hasEnded({ json }: INodeExecutionData): boolean {
	return json.status === 'completed' || json.error !== undefined;
}

/**
 * One run of a workflow as n8n's server sees it from outside: while it runs, a call to it is refused; while it
 * pauses, the node judges; after that it is refused again. The time limit comes when no call can come any more,
 * or at any moment where the line has it so.
 */
export class PausableRun {
	/** Breaches of what a pause promises, in words. */
	readonly breaches: string[] = [];

	private pause: Pause | undefined;

	private readonly attempts = new Map<string, number>();

	/** Jobs of which no call comes any more. */
	private readonly settled = new Set<string>();

	private inHand = 0;

	/** The time is up after so many calls, whatever is still to come. */
	private callsToTimeLimit: number;

	constructor(
		private readonly random: Random,
		private readonly severity: number,
		private readonly noteFault: (fault: CallFault) => void,
	) {
		this.callsToTimeLimit = random.chance(0.15) ? random.below(3) : Infinity;
	}

	/** Stays away until the execution goes on. @param items of the jobs that it pauses for */
	async putAway(execution: ParkedExecution, items: INodeExecutionData[]): Promise<Resumed> {
		const ids = items.map(({ json }) => String(json.transcriptId));
		if (execution.stored.includes(SECRET)) this.breaches.push('the secret was saved with the run');
		const open = new Set(ids.filter((id) => !this.settled.has(id)));
		const resumed: Resumed[] = [];
		const isOver = new Promise<void>((resolve) => {
			this.pause = { execution, open, late: [], resumed, isTimeUp: false, isOver: resolve };
		});
		const [id = ''] = ids;
		for (const forgery of ALL_FORGERIES) {
			if (!this.random.chance(this.severity / 2)) continue;
			this.noteFault(forgery);
			void this.forge(forgery, execution, id);
		}
		this.goOn();
		await isOver;
		const [first, ...more] = resumed;
		if (!first) throw new Error('Nothing has resumed the execution');
		if (more.length > 0) this.breaches.push('the nodes behind ran more than once');
		if (first.by === 'call' && !first.result.items('Node').every(hasEnded)) {
			this.breaches.push('a call resumed it while a job went on');
		}
		return first;
	}

	/** @returns the status that the service gets, nothing where the line breaks */
	async receive(call: Call): Promise<number | undefined> {
		const id = String(Object(call.body).transcript_id);
		const attempt = (this.attempts.get(id) ?? 0) + 1;
		this.attempts.set(id, attempt);
		const fault = this.random.chance(this.severity) ? this.random.pick(CALL_FAULTS) : undefined;
		if (fault) this.noteFault(fault);
		if (fault === 'callLate' && this.pause) {
			this.pause.late.push(call);
			this.pause.open.delete(id);
			this.goOn();
			return 200;
		}
		const status = await this.answerTo(call, fault);
		if (attempt >= MAX_ATTEMPTS || (status !== undefined && status < 500)) {
			this.settled.add(id);
			this.pause?.open.delete(id);
		}
		this.callsToTimeLimit -= 1;
		this.goOn();
		return status;
	}

	private async answerTo(call: Call, fault: CallFault | undefined): Promise<number | undefined> {
		switch (fault) {
			case 'callLost':
				return 200;
			case 'callReset':
				return undefined;
			case 'callDoubled':
				return (await Promise.all([this.handOver(call), this.handOver(call)]))[0].status;
			case 'callUnanswered':
				await this.handOver(call);
				return undefined;
			case 'callCrashed':
				await this.handOver(call, 'andDie');
				return undefined;
			default:
				return (await this.handOver(call)).status;
		}
	}

	/** As n8n's server does: it looks at the execution and its token, and leaves the rest to the node. */
	private async handOver(
		{ executionId, token, ...call }: Call,
		how: 'andAnswer' | 'andDie' = 'andAnswer',
	): Promise<CallAnswer> {
		const { pause } = this;
		const refused = { body: undefined, result: undefined };
		if (pause?.execution.id !== executionId) return { status: NOT_WAITING, ...refused };
		const { execution, resumed } = pause;
		// It is saved as running by now: what both resume it are calls that are in hand at the same moment.
		if (resumed.length > 0 || pause.isTimeUp) return { status: NOT_WAITING, ...refused };
		if (execution.token !== token) return { status: 401, ...refused };
		this.inHand += 1;
		try {
			if (how === 'andDie' && execution.callAndDie) {
				await execution.callAndDie(call, this.random.below(MAX_MS_TO_DEATH));
				return { status: BAD_GATEWAY, ...refused };
			}
			const answer = await execution.call(call);
			if (answer.result && how === 'andAnswer') resumed.push({ result: answer.result, by: 'call' });
			return answer;
		} catch (error) {
			this.breaches.push(`the node threw at a call: ${String(error)}`);
			return { status: 500, ...refused };
		} finally {
			this.inHand -= 1;
		}
	}

	private async forge(forgery: Forgery, execution: ParkedExecution, id: string): Promise<void> {
		const { status } = await this.handOver(forgedCall(forgery, execution, id));
		if (![NOT_WAITING, BAD_GATEWAY].includes(status) && !isRightAnswer(forgery, status)) {
			this.breaches.push(`a call was answered with ${status}: ${forgery}`);
		}
		this.goOn();
	}

	/** The next that happens by itself, once no call is in hand: two that are may both resume the execution. */
	private goOn(): void {
		const { pause } = this;
		if (!pause || this.inHand > 0) return;
		if (pause.resumed.length > 0) {
			this.pause = undefined;
			return pause.isOver();
		}
		const isTimeUp = this.callsToTimeLimit <= 0;
		if (pause.open.size > 0 && !isTimeUp) return;
		const late = isTimeUp ? undefined : pause.late.shift();
		void (late ? this.handOver(late) : this.timeLimit(pause)).then(() => this.goOn());
	}

	private async timeLimit(pause: Pause): Promise<void> {
		const { execution, resumed } = pause;
		pause.isTimeUp = true;
		this.inHand += 1;
		resumed.push({ result: await execution.timeUp(), by: 'timeLimit' });
		this.inHand -= 1;
	}
}
