import type { RecordingFate } from '../../../tools/chaos/fates';
import { judge, type Job } from '../../../tools/chaos/judge';
import type { ScenarioResult } from '../../../tools/chaos/scenario';

const MARK = 'run-7-item-0';
const JOB: Job = { id: 'b7fc9d4e-0000-4000-8000-5a6b7c8d9e0f', status: 'completed' };

/** What is judged of a run with one recording. */
function breachesOf(
	fate: Partial<RecordingFate>,
	jobs: Job[] = [JOB],
	run: Partial<ScenarioResult> = {},
): string[] {
	const recording: RecordingFate = {
		mark: MARK,
		isAudio: true,
		end: 'transcribed',
		told: '',
		outputs: 1,
		...fate,
	};
	const scenario: ScenarioResult = {
		number: 7,
		recordings: [recording],
		faults: ['killed'],
		executions: 1,
		isSuccess: true,
		resumedBy: ['call'],
		breaches: [],
		...run,
	};
	return judge([scenario], new Map([[MARK, jobs]])).breaches;
}

test('a transcript that was paid once breaks no promise', () => {
	expect(breachesOf({})).toEqual([]);
});

test('a second job for the same recording does, unless one has failed', () => {
	expect(breachesOf({}, [JOB, { ...JOB, status: 'processing' }])).toEqual([
		`${MARK} was submitted 2 times and would be paid for, after killed`,
	]);
	expect(breachesOf({}, [JOB, { ...JOB, status: 'error' }])).toEqual([]);
});

test.each([0, 2])('an output that is there %d times does', (outputs) => {
	expect(breachesOf({ outputs })).toEqual([
		`${MARK} is in the output ${outputs} times, after killed`,
	]);
	expect(breachesOf({ outputs }, [JOB], { isSuccess: false })).toEqual([]);
});

test.each(['failed', 'goingOn'] as const)('what has %s has to tell its job', (end) => {
	expect(breachesOf({ end, told: 'The time was up' })).toEqual([
		`${MARK} failed without the id of its job: The time was up`,
	]);
	expect(breachesOf({ end, told: `The time was up: ${JOB.id}` })).toEqual([]);
});

test('what a pause has broken is told with its run', () => {
	const breaches = ['the nodes behind ran more than once'];
	expect(breachesOf({}, [JOB], { breaches })).toEqual([
		'In run 7 the nodes behind ran more than once',
	]);
});
