// First: the engine reads its environment when it is loaded.
import { EngineHarness, type RunResult } from '../../../test/engine/harness';
import { jsonStringify } from 'n8n-workflow';
import { answerQuestions } from '../../bench/process/answerQuestions';
import { hurryClock, type HurriedClock } from '../hurriedClock';
import { takeOverQuestion, type TakeOverAnswer } from './messages';

// An n8n that knows nothing of an execution but what was saved.

const harness = EngineHarness.start();
let clock: HurriedClock | undefined;

answerQuestions(takeOverQuestion, async (question): Promise<TakeOverAnswer> => {
	const engine = await harness;
	if (question.ask === 'end') {
		await engine.dispose();
		return process.exit();
	}
	const { run, execution } = question;
	clock ??= hurryClock(question.clock.times, question.clock.begin);
	const paused = await engine.restoreNode({ ...run, items: [] }, execution);
	if (question.ask === 'timeUp') return { status: 200, run: asText(await paused.timeUp()) };
	const { status, result } = await paused.call(question.call);
	return { status, run: result ? asText(result) : null };
});

function asText({ run }: RunResult): string {
	return jsonStringify(run, { replaceCircularRefs: true });
}
