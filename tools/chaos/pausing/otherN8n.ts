import { jsonParse, type IRun } from 'n8n-workflow';
import {
	RunResult,
	type CallAnswer,
	type PausedExecution,
	type ResumeCall,
} from '../../../test/engine/harness';
import { ChildProcess } from '../../bench/process/childProcess';
import type { HurriedClock } from '../hurriedClock';
import { takeOverAnswer, type RunToTakeOver, type TakeOverQuestion } from './messages';
import type { ParkedExecution } from './pausableRun';

const SCRIPT = '../../chaos/pausing/takeOverProcess.ts';

/**
 * The n8n that is there when the one that paused an execution was killed. It is a process of its own, and is
 * killed as well: in the middle of a call.
 */
export class OtherN8n {
	private child: ChildProcess<TakeOverQuestion> | undefined;

	/** It answers one question after the other. */
	private turn: Promise<unknown> = Promise.resolve();

	constructor(private readonly clock: Pick<HurriedClock, 'begin'> & { times: number }) {}

	takeOver(run: RunToTakeOver, { id, token, stored }: PausedExecution): ParkedExecution {
		const { times, begin } = this.clock;
		const parts = { run, execution: { id, stored }, clock: { times, begin } };
		const call = async (made: ResumeCall, dieAfterMs?: number): Promise<CallAnswer> => {
			const answer = await this.ask({ ask: 'call', call: made, ...parts }, dieAfterMs);
			return {
				status: answer.status,
				body: undefined,
				result: answer.run === null ? undefined : resultOf(answer.run),
			};
		};
		return {
			id,
			token,
			stored,
			call,
			callAndDie: async (made, afterMs) => {
				await call(made, afterMs).catch(() => undefined);
			},
			timeUp: async () => resultOf((await this.ask({ ask: 'timeUp', ...parts })).run ?? ''),
		};
	}

	async close(): Promise<void> {
		await this.turn;
		await this.child?.end();
	}

	private async ask(question: TakeOverQuestion, dieAfterMs?: number) {
		const answer = this.turn.then(async () => {
			const child = (this.child ??= ChildProcess.start<TakeOverQuestion>(SCRIPT));
			const asked = child.ask(question, takeOverAnswer);
			if (dieAfterMs === undefined) return await asked;
			await Promise.race([asked, new Promise((later) => setTimeout(later, dieAfterMs))]);
			child.kill();
			this.child = undefined;
			return await asked;
		});
		this.turn = answer.catch(() => undefined);
		return await answer;
	}
}

function resultOf(run: string): RunResult {
	return new RunResult(jsonParse<IRun>(run));
}
