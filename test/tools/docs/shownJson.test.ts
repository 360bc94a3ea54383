import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from '../../support/engine/workbench';
import { onTranscript } from '../../support/engine/onTranscript';
import { wav } from '../../support/sandbox/wav';
import { temporaryFolder } from '../../support/temporaryFolder';
import { startSandbox } from '../../../sandbox';
import { readOwnSet } from '../../../tools/evaluation/set/ownSet';
import { differences, shownJson, type Values } from './pages/shownJson';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

const about = async (parameters: Parameters<Workbench['ask']>[1]) =>
	(await bench.ask([{ json: { transcriptId } }], parameters)).output[0]?.json;

const asked = async (...question: Array<Record<string, string>>) =>
	await about({ questions: { question } });

/** The sample call, and one that is not there. */
const askedAcross = async (parameters: Parameters<Workbench['ask']>[1]) => {
	const items = [{ json: { transcriptId } }, { json: { transcriptId: 'gone' } }];
	const { output } = await bench.ask(items, {
		operation: 'askAcrossCalls',
		questions: { question: [{ key: 'complaint', question: 'What does it cost?' }] },
		...parameters,
	});
	return output[0]?.json;
};

/** What really comes out where a page says that this does: by page, in the order of its blocks. */
const REAL: Record<string, Array<(shown: unknown) => Promise<unknown>>> = {
	'README.md': [
		async () =>
			await asked({
				key: 'yearly_price',
				question: 'What does the yearly plan cost in dollars?',
				answerType: 'number',
			}),
		async () => {
			bench.sandbox.fail({
				method: 'POST',
				path: '/v2/transcript',
				fault: { kind: 'jobError', error: 'Audio could not be decoded.' },
			});
			const items = [await bench.recording(undefined, { crm_record_id: 'DEAL-1042' })];
			const { failed } = await bench.transcribe(
				items,
				{},
				{ node: { onError: 'continueErrorOutput' } },
			);
			return failed[0]?.json;
		},
	],
	'docs/questions.md': [
		async (shown) => {
			const questionsJson = JSON.stringify(shown);
			const output = await about({ questionSource: 'json', questionsJson });
			expect(Object.keys(Object(output?.answers))).toHaveLength(Object(shown).length);
			expect(output?.answers).toMatchObject({ customer_sentiment: 'positive' });
			return shown;
		},
		async () =>
			await asked(
				{ key: 'price', question: 'What does the plan cost?', answerType: 'number' },
				{ key: 'airline', question: 'Which airline is it?', answerType: 'text' },
			),
		async () => {
			const output = await about({ questionSource: 'readyMade', questionSet: 'supportQuality' });
			return { scorecard: output?.scorecard };
		},
		async () => {
			const result = await bench.ask([{ json: { transcriptId } }], {
				questions: {
					question: [{ key: 'airline', question: 'Which airline is it?', answerType: 'text' }],
				},
				options: { needsReviewOutput: ['unknownAnswer'] },
			});
			return { needsReview: result.items('Node', 1)[0]?.json.needsReview };
		},
	],
	'docs/ask-across-calls.md': [
		async () => await askedAcross({}),
		async () => await askedAcross({ options: { dryRun: true } }),
	],
	'docs/evaluation.md': [
		async (shown) => {
			const folder = await temporaryFolder('shown-');
			mkdirSync(path.join(folder, 'calls'));
			const questions = path.resolve(__dirname, '../../../examples/evaluation/questions.json');
			copyFileSync(questions, path.join(folder, 'questions.json'));
			writeFileSync(path.join(folder, 'calls/a.json'), JSON.stringify(shown));
			const [call] = readOwnSet(folder, Infinity).calls;
			expect(call?.heard).toHaveLength(5);
			return shown;
		},
	],
	'docs/transcribe.md': [
		async (shown) => {
			const additionalParameters = JSON.stringify(shown);
			await bench.transcribe([await bench.recording()], {
				waitMode: 'doNotWait',
				advancedOptions: { additionalParameters },
			});
			const sent = bench.sandbox.requestsTo('POST', '/v2/transcript').at(-1);
			return Object.fromEntries(
				Object.keys(Object(shown)).map((name) => [name, Object(sent?.json)[name]]),
			);
		},
		async () => {
			const quotes = JSON.stringify({
				...{ key: 'price', question: 'What does the plan cost?', speaker: 'A' },
				...{ quote: 'The yearly plan is 89 dollars.', start: 21_840, end: 24_120 },
			});
			const items = [await bench.recording(undefined, { transcriptId })];
			return (await bench.transcribe(items, { operation: 'clipQuotes', quotes })).output[0]?.json;
		},
		async () => (await onTranscript(bench, 'getTalkMetrics', transcriptId)).output[0]?.json,
		async () =>
			(await onTranscript(bench, 'search', transcriptId, { words: 'yearly plan' })).output[0]?.json,
	],
	'docs/sandbox.md': [
		async (shown) => {
			const folder = path.join(await temporaryFolder('shown-'), 'my-calls');
			mkdirSync(folder);
			writeFileSync(path.join(folder, 'complaint.wav'), wav(1));
			writeFileSync(path.join(folder, 'complaint.transcript.json'), JSON.stringify(shown));
			const sandbox = await startSandbox({ recordingsFolders: [folder] });
			await sandbox.close();
			return shown;
		},
	],
};

/** Pages of the sample call, with its real values. The others tell of calls that nobody has. */
const VALUES: Record<string, Values> = {
	// The sandbox gives another reason than a model would.
	'README.md': { themselvesBut: ['reason', 'inputTokens', 'outputTokens'] },
	'docs/transcribe.md': { themselvesBut: [] },
};

const shown = shownJson();
const places = shown.map(({ page, line, value }) => {
	const before = shown.filter((other) => other.page === page && other.line < line).length;
	return { page, line, value, real: REAL[page]?.[before] };
});

test('for each block of JSON it is known what it shows', () => {
	const counts = Object.fromEntries(
		[...new Set(shown.map(({ page }) => page))].map((page) => [
			page,
			shown.filter((block) => block.page === page).length,
		]),
	);
	expect(counts).toEqual(
		Object.fromEntries(Object.entries(REAL).map(([page, { length }]) => [page, length])),
	);
});

test.each(places)('$page, line $line, has what there is', async ({ page, value, real }) => {
	expect(differences(value, await real?.(value), VALUES[page])).toEqual([]);
});

test.each([
	['a field that there is not', { a: 1, b: 2 }, ['it.b does not exist']],
	['a field that is missing', {}, ['it.a is not shown']],
	['another type', { a: '1' }, ['it.a is shown as a string and is a number']],
	['a list for a value', { a: [1] }, ['it.a is shown as a list and is a number']],
])('%s is found', (_, page, said) => {
	expect(differences(page, { a: 1 })).toEqual(said);
});

test.each([
	['another number', { a: 2 }, { a: 1 }, ['it.a is shown as 2 and is 1']],
	['another text', { a: 'b' }, { a: 'c' }, ['it.a is shown as b and is c']],
	['another beginning', { a: 'b…d' }, { a: 'ccd' }, ['it.a is shown as b…d and is ccd']],
	['another end', { a: 'b…d' }, { a: 'bce' }, ['it.a is shown as b…d and is bce']],
	['a text that is left out in part', { a: 'b…d', b: '…' }, { a: 'bcd', b: 'x' }, []],
	['a field whose value does not matter', { id: 1 }, { id: 2 }, []],
])('with its value, %s is judged', (_, page, real, said) => {
	expect(differences(page, real, { themselvesBut: ['id'] })).toEqual(said);
});
