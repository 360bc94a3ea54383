import { executeContext, type ContextOptions } from '../../../../support/unit/executeContext';

import { NodeOperationError } from 'n8n-workflow';
import {
	CanceledError,
	HaltedError,
	InputError,
} from '../../../../../nodes/shared/api/core/errors';
import {
	runItems,
	type Operation,
	type Run,
	type Task,
} from '../../../../../nodes/shared/n8n/items/runItems';
import { failureOf } from '../../../../support/unit/failureOf';
import { VirtualClock } from '../../../../support/unit/virtualClock';

const items = [{ json: {} }, { json: {} }, { json: {} }];
const output = (name: string) => [{ json: { name } }];
const fails = async (): Promise<never> => {
	throw new InputError('no file');
};

/** An operation given by what each item does. */
const doing =
	(tasksOf: (itemIndex: number, run: Run) => Task[]): Operation =>
	async (run) =>
	async (itemIndex) =>
		tasksOf(itemIndex, run);

// Without giving way, which on a busy machine would let the virtual clock run on between two items.
const run = async (operation: Operation, options: ContextOptions = {}) =>
	await runItems(executeContext({ items, ...options }), operation, async () => undefined);

test('outputs come in the order of the items, whichever is ready first, each paired', async () => {
	const clock = new VirtualClock();
	const operation = doing((itemIndex) => [
		async () => {
			await clock.passed(1000 * (3 - itemIndex));
			return output(`item ${itemIndex}`);
		},
	]);
	expect(await run(operation)).toEqual([
		[0, 1, 2].map((item) => ({ json: { name: `item ${item}` }, pairedItem: { item } })),
	]);
	// All of them at once, so it takes as long as the longest.
	expect(clock.elapsed()).toBe(3000);
});

describe('however many items there are', () => {
	const many = Array.from({ length: 1000 }, () => ({ json: {} }));

	test('between any two of them the rest of the process has a chance', async () => {
		const log: string[] = [];
		const operation: Operation = async () => async (itemIndex) => {
			log.push(`item ${itemIndex}`);
			return [];
		};
		await runItems(executeContext({ items: many.slice(0, 3) }), operation, async () => {
			log.push('way given');
		});
		expect(log).toEqual(['item 0', 'way given', 'item 1', 'way given', 'item 2', 'way given']);
	});

	test('none is begun after the execution was stopped', async () => {
		const stop = new AbortController();
		const begun: number[] = [];
		const operation: Operation = async () => async (itemIndex) => {
			begun.push(itemIndex);
			if (itemIndex === 4) stop.abort();
			return [];
		};
		expect(await run(operation, { items: many, signal: stop.signal })).toEqual([[]]);
		expect(begun).toEqual([0, 1, 2, 3, 4]);
	});
});

test('an item may be several pieces of work, and a piece several outputs, or none', async () => {
	const operation = doing((itemIndex) =>
		itemIndex === 1 ? [] : [async () => [...output('a'), ...output('b')], async () => output('c')],
	);
	const [outputs] = await run(operation, { items: items.slice(0, 2) });
	expect(outputs?.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
		['a', { item: 0 }],
		['b', { item: 0 }],
		['c', { item: 0 }],
	]);
});

test.each([
	['succeeds', async () => output('done')],
	['fails', fails],
])('what an operation wants done at the end is done once, when the run %s', async (_, task) => {
	const atEnd = jest.fn();
	const operation: Operation = async (given) => {
		given.atEnd(atEnd);
		return async () => [
			async () => {
				expect(atEnd).not.toHaveBeenCalled();
				return await task();
			},
		];
	};
	await run(operation).catch(() => undefined);
	expect(atEnd).toHaveBeenCalledTimes(1);
});

test('files go along', async () => {
	const binary = { data: { data: 'YQ==', mimeType: 'audio/mpeg' } };
	const operation = doing(() => [async () => [{ json: {}, binary }]]);
	expect((await run(operation))[0]?.[0]).toEqual({ json: {}, binary, pairedItem: { item: 0 } });
});

test('without items there is nothing to do', async () => {
	expect(
		await run(
			doing(() => [fails]),
			{ items: [] },
		),
	).toEqual([[]]);
});

describe.each(['continueRegularOutput', 'continueErrorOutput'] as const)('with %s', (onError) => {
	test('a failed piece is an item of its own, and the others go on', async () => {
		const halted: boolean[] = [];
		const operation = doing((itemIndex, { isHalted }) => [
			async () => {
				if (itemIndex === 1) return await fails();
				halted.push(isHalted());
				return output('done');
			},
		]);
		const [outputs] = await run(operation, { onError });
		expect(outputs?.map(({ json }) => json.name ?? Object(json.error).message)).toEqual([
			...['done', 'no file', 'done'],
		]);
		expect(halted).toEqual([false, false]);
	});

	test('so is an item whose work cannot even be found', async () => {
		const operation: Operation = async () => async (itemIndex) => {
			if (itemIndex === 0) return await fails();
			return [async () => output('done')];
		};
		const [outputs] = await run(operation, { onError });
		expect(outputs?.map(({ json }) => json.name ?? Object(json.error).message)).toEqual([
			...['no file', 'done', 'done'],
		]);
	});

	test('a fault before the first item fails them all', async () => {
		const [outputs] = await run(fails, { onError });
		expect(
			outputs?.map(({ json, pairedItem }) => [Object(json.error).message, pairedItem]),
		).toEqual([0, 1, 2].map((item) => ['no file', { item }]));
	});
});

describe('without Continue On Fail', () => {
	test('the first failure ends the run, but only after the others have come to rest', async () => {
		const clock = new VirtualClock();
		const rested: Array<[itemIndex: number, isHalted: boolean]> = [];
		const operation = doing((itemIndex, { isHalted, noteTranscript }) => [
			async () => {
				if (itemIndex === 1) return await fails();
				await clock.passed(1000);
				noteTranscript(itemIndex, `transcript ${itemIndex}`);
				rested.push([itemIndex, isHalted()]);
				if (isHalted()) throw new HaltedError('Another item failed');
				return output('done');
			},
		]);

		const error = await failureOf(run(operation), NodeOperationError);

		expect(rested).toEqual([
			[0, true],
			[2, true],
		]);
		expect(error.message).toBe('no file [item 1]');
		expect(error.description).toContain('item 0: transcript 0, item 2: transcript 2');
	});

	test('the transcript of the failed item itself is not named twice', async () => {
		const operation = doing((itemIndex, { noteTranscript }) => [
			async () => {
				noteTranscript(itemIndex, `transcript ${itemIndex}`);
				if (itemIndex > 0) return output('done');
				throw new InputError('no', { transcriptId: 'transcript 0' });
			},
		]);
		const error = await failureOf(run(operation), NodeOperationError);
		expect(error.description).toContain('Transcript id: transcript 0.');
		expect(error.description).not.toContain('item 0: transcript 0');
	});

	test('a fault before the first item ends the run', async () => {
		expect((await failureOf(run(fails), NodeOperationError)).message).toBe('no file [item 0]');
	});
});

describe('canceled', () => {
	test('it ends quietly with nothing, since n8n would record a failure', async () => {
		const stop = new AbortController();
		const operation = doing(() => [
			async () => {
				stop.abort();
				throw new CanceledError('The execution was stopped');
			},
		]);
		expect(await run(operation, { signal: stop.signal })).toEqual([[]]);
	});

	test('it does so whatever else has failed because of it', async () => {
		const stop = new AbortController();
		const operation = doing(() => [
			async () => {
				stop.abort();
				return await fails();
			},
		]);
		expect(await run(operation, { signal: stop.signal })).toEqual([[]]);
		expect(await run(operation, { signal: stop.signal, onError: 'continueErrorOutput' })).toEqual([
			[],
		]);
	});
});

test('an output that is made of several items is paired with all of them', async () => {
	const operation = doing((itemIndex) => [
		async () => (itemIndex === 0 ? [{ json: {}, itemIndexes: [0, 2] }] : []),
	]);
	expect(await run(operation)).toEqual([[{ json: {}, pairedItem: [{ item: 0 }, { item: 2 }] }]]);
});
