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
import { BAD_GATEWAY, type ParkedExecution } from './pausableRun';

const SCRIPT = '../../chaos/pausing/takeOverProcess.ts';

/**
 * The n8n that is there when the one that paused an execution was killed. It is a process of its own, and is
 * killed as well: in the middle of a call.
 */
export class OtherN8n {
	private child: ChildProcess<TakeOverQuestion> | undefined;

	/** Rises when a process is killed. */
	private deaths = 0;

	/** It answers one question after the other. */
	private turn: Promise<void> = Promise.resolve();

	constructor(private readonly clock: Pick<HurriedClock, 'begin'> & { times: number }) {}

	takeOver(run: RunToTakeOver, { id, token, stored }: PausedExecution): ParkedExecution {
		const { times, begin } = this.clock;
		const parts = { run, execution: { id, stored }, clock: { times, begin } };
		const call = async (made: ResumeCall, dieAfterMs?: number): Promise<CallAnswer> => {
			const { deaths } = this;
			const answer = await this.inTurn(async () => {
				// Whoever held the connection of this call was killed at another one.
				if (deaths !== this.deaths) return undefined;
				return await this.ask({ ask: 'call', call: made, ...parts }, dieAfterMs);
			});
			if (!answer) return { status: BAD_GATEWAY, body: undefined, result: undefined };
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
			timeUp: async () => {
				const { run: rest } = await this.inTurn(
					async () => await this.ask({ ask: 'timeUp', ...parts }),
				);
				return resultOf(rest ?? '');
			},
		};
	}

	async close(): Promise<void> {
		await this.turn;
		await this.child?.end();
	}

	private async ask(question: TakeOverQuestion, dieAfterMs?: number) {
		const child = (this.child ??= ChildProcess.start<TakeOverQuestion>(SCRIPT));
		const asked = child.ask(question, takeOverAnswer);
		if (dieAfterMs === undefined) return await asked;
		await Promise.race([asked, new Promise((later) => setTimeout(later, dieAfterMs))]);
		child.kill();
		this.child = undefined;
		this.deaths += 1;
		return await asked;
	}

	private async inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
		const answer = this.turn.then(ask);
		this.turn = answer.then(
			() => undefined,
			() => undefined,
		);
		return await answer;
	}
}

function resultOf(run: string): RunResult {
	return new RunResult(jsonParse<IRun>(run));
}
