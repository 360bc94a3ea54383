import { emptyRunData, executeContext } from '../../../../support/unit/executeContext';

import { jsonParse, jsonStringify, type IRunExecutionData } from 'n8n-workflow';
import {
	submissionMemoryOf,
	idempotencyKey,
} from '../../../../../nodes/shared/n8n/items/submissionMemory';

const job = (transcriptId: string) => ({ stage: 'accepted' as const, transcriptId });
const content = { service: 'https://api.test', audio: 'sha', parameters: { speaker_labels: true } };

test('what one try remembers the next one recalls', () => {
	const data = emptyRunData();
	submissionMemoryOf(executeContext({ data })).set('work', job('id'));
	expect(submissionMemoryOf(executeContext({ data })).get('work')).toEqual(job('id'));
});

test('it outlives being saved and read again, as for "Retry execution"', () => {
	const data = emptyRunData();
	submissionMemoryOf(executeContext({ data })).set('work', job('id'));
	const saved = jsonParse<IRunExecutionData>(jsonStringify(data));
	expect(submissionMemoryOf(executeContext({ data: saved })).get('work')).toEqual(job('id'));
});

test('works do not disturb each other, and one can be forgotten', () => {
	const memory = submissionMemoryOf(executeContext());
	expect(memory.get('a')).toBeUndefined();
	memory.set('a', job('1'));
	memory.set('b', job('2'));
	memory.delete('a');
	memory.delete('never known');
	expect([memory.get('a'), memory.get('b')]).toEqual([undefined, job('2')]);
});

test('an id goes to the log once, where it outlives a process that is killed', () => {
	const context = executeContext();
	const info = jest.fn();
	Object.defineProperty(context, 'logger', { value: { info } });
	const memory = submissionMemoryOf(context);
	memory.set('work', { stage: 'sent', audioUrl: 'https://signed.test/?token=secret', at: 0 });
	memory.set('work', job('abc'));
	memory.get('work');
	expect(info.mock.calls).toEqual([
		[
			'[Node] AssemblyAI accepted a recording: transcript abc (execution 1)',
			{ transcriptId: 'abc', executionId: '1' },
		],
	]);
});

test.each([null, 'text', 7, [1], { work: 7 }])('%j in its place is as nothing', (left) => {
	const context = executeContext();
	context.getContext('node').assemblyAiTranscripts = left;
	const memory = submissionMemoryOf(context);
	expect(memory.get('work')).toBeUndefined();
	memory.set('work', job('id'));
	expect(memory.get('work')).toEqual(job('id'));
});

describe('what is kept of earlier runs', () => {
	const DATA_KEY = 'node:Node';
	/** A loop: each round is a run of the node in the same execution. */
	const loop = (rounds: number, type?: string) => {
		const data = emptyRunData();
		for (let runIndex = 0; runIndex < rounds; runIndex++) {
			const context = executeContext({ data, runIndex, ...(type && { type }) });
			const memory = submissionMemoryOf(context);
			memory.set(idempotencyKey(context, 0, content), job(`9ea68fd3-f953-42c1-9742-${runIndex}`));
		}
		return data;
	};
	const savedIn = (data: IRunExecutionData) =>
		jsonStringify(data.executionData?.contextData[DATA_KEY] ?? {});

	test('nothing once the next run begins, so that a loop does not fill the saved execution', () => {
		const data = loop(500);
		expect(savedIn(data).match(/transcriptId/g)).toHaveLength(1);
	});

	test('all of the run that is tried again, from "Retry execution" too', () => {
		const data = jsonParse<IRunExecutionData>(jsonStringify(loop(3)));
		const context = executeContext({ data, runIndex: 2 });
		expect(submissionMemoryOf(context).get(idempotencyKey(context, 0, content))).toEqual(
			job('9ea68fd3-f953-42c1-9742-2'),
		);
	});

	const asTool = (data: IRunExecutionData, runIndex: number) =>
		executeContext({ data, runIndex, type: 'unit.nodeTool' });

	test('the last hundred recordings of a tool, since an agent may have several going at once', () => {
		const data = emptyRunData();
		for (let runIndex = 0; runIndex < 300; runIndex++) {
			const context = asTool(data, runIndex);
			const work = idempotencyKey(context, 0, { ...content, audio: `sha ${runIndex}` });
			submissionMemoryOf(context).set(work, job(`9ea68fd3-f953-42c1-9742-${runIndex}`));
		}
		expect(savedIn(data).match(/transcriptId/g)).toHaveLength(101);
		expect(savedIn(data)).toContain('9742-299');
	});

	test('the job of a recording that an agent asks for once more', () => {
		const data = emptyRunData();
		const first = asTool(data, 0);
		submissionMemoryOf(first).set(idempotencyKey(first, 0, content), job('id'));
		const again = asTool(data, 1);
		const recalled = (change: object) =>
			submissionMemoryOf(again).get(idempotencyKey(again, 1, { ...content, ...change }));
		expect(recalled({})).toEqual(job('id'));
		expect(recalled({ audio: 'other' })).toBeUndefined();
		expect(recalled({ parameters: {} })).toBeUndefined();
	});

	test("runs of a tool that go side by side do not lose each other's notes", () => {
		const data = emptyRunData();
		const [first, second] = [0, 1].map((runIndex) =>
			submissionMemoryOf(executeContext({ data, runIndex, type: 'unit.nodeTool' })),
		);
		second?.set('run 1, item 0: b', job('b'));
		first?.set('run 0, item 0: a', job('a'));
		const again = submissionMemoryOf(executeContext({ data, runIndex: 1, type: 'unit.nodeTool' }));
		expect([again.get('run 0, item 0: a'), again.get('run 1, item 0: b')]).toEqual([
			job('a'),
			job('b'),
		]);
	});
});

describe('the name of a piece of work', () => {
	const items = [{ json: {} }, { json: {} }];
	const name = (change: object = {}, itemIndex = 0, runIndex = 0) =>
		idempotencyKey(executeContext({ items, runIndex }), itemIndex, { ...content, ...change });

	test('is the same in every try', () => {
		expect(name()).toBe(name());
	});

	test('is another one for another item, run, service, recording or parameter', () => {
		const names = [
			...[name(), name({}, 1), name({}, 0, 1), name({ service: 'https://api.eu.test' })],
			...[name({ audio: 'other' }), name({ parameters: { speaker_labels: false } })],
			name({ parameters: {} }),
		];
		expect(new Set(names).size).toBe(names.length);
	});

	test('shows neither the recording nor the parameters', () => {
		expect(name({ audio: 'https://signed.test/?token=secret' })).not.toContain('secret');
	});
});
