import { HostileService } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

/** Work by the square of it would take longer than a test may. */
const LENGTH = 300_000;
const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length));

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(async () => await service.close());
afterAll(async () => await bench.close());

const entry = (answer: unknown, quote = 'It is 89 dollars.') =>
	JSON.stringify({ answers: [{ index: 1, known: true, answer, reason: 'So.', quote }] });

/** A model that says the same to whatever it is asked. */
async function asked(content: string, question: object, transcriptText = 'A: It is 89 dollars.') {
	service = await HostileService.open(({ path }) =>
		path.endsWith('/models')
			? { body: { data: [] } }
			: { body: { choices: [{ message: { content }, finish_reason: 'stop' }] } },
	);
	return await bench.ask(
		[{ json: {} }],
		{
			...{ transcriptSource: 'text', transcriptText },
			questions: { question: [{ key: 'it', question: 'How much?', ...question }] },
		},
		{ credentials: service.account() },
	);
}

const ended = ['success', 'error'];

test.each<[string, object, string]>([
	['a number', { answerType: 'number' }, `1${fill(' ')}x`],
	['a number', { answerType: 'number' }, fill('1,')],
	['a number', { answerType: 'number' }, fill('twenty ')],
	['a number', { answerType: 'number' }, fill('1 million and ')],
	['yes or no', { answerType: 'yesNo' }, `yes${fill('. ')}`],
	['yes or no', { answerType: 'yesNo' }, fill('not no ')],
	['one of', { answerType: 'oneOf', choices: 'yes, no' }, `yes${fill(' ')}x`],
	['several of', { answerType: 'severalOf', choices: 'yes, no' }, `yes${fill('.')}`],
	['several of', { answerType: 'severalOf', choices: 'yes, no' }, fill('yes, ')],
	['a date', { answerType: 'date' }, `2026-11-2${fill(' ')}6`],
	['a date', { answerType: 'date' }, fill('11/26/')],
	['a text', { answerType: 'text' }, `<${fill(' ')}`],
	['a text', { answerType: 'text' }, fill('<think>')],
	['a list', { answerType: 'list' }, fill('- ')],
	['a quote', { answerType: 'quote' }, fill('it is ')],
])('an answer without end for %s: %#', async (_, question, answer) => {
	const result = await asked(entry(answer), question);
	expect(ended).toContain(result.status);
	expect(result.error('Node')?.message ?? '').not.toContain('stack');
});

test.each<[string, string]>([
	['of one word', fill('a')],
	['of the same words', fill('the map is ')],
	['of signs', fill('?! ')],
	['of letters with marks', fill('e\u0301')],
	['of dots', fill('… ')],
])('a quote without end %s in a transcript that repeats itself', async (_, quote) => {
	const text = `A: ${'the map is what the map is '.repeat(2_000)}`;
	const result = await asked(entry('So.', quote), { answerType: 'text' }, text);
	expect(ended).toContain(result.status);
});

test.each<[string, string]>([
	['open brackets', fill('[')],
	['open braces', fill('{"a":')],
	['the beginning of a reply, again and again', fill('{"answers":[')],
	['lists within lists', entry('').replace('""', `${'['.repeat(90_000)}${']'.repeat(90_000)}`)],
	['objects within objects', `${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`],
	['fences', fill('```json\n')],
	['thoughts that are never ended', fill('<think>')],
	['backslashes', `"${fill('\\')}`],
	['apostrophes', `{answers:['${fill("'")}`],
	['a text that is cut off', entry(fill('a')).slice(0, -40)],
])('a reply without end of %s is refused in words', async (_, content) => {
	const result = await asked(content, { answerType: 'text' });
	expect(ended).toContain(result.status);
	const message = result.error('Node')?.message ?? '';
	expect(message).not.toContain('stack');
	expect(message.length).toBeLessThan(1_000);
});

test.each<[string, string]>([
	['script tags', fill('<script')],
	['open tags', fill('<a ')],
	['angle brackets', fill('<')],
	['comments', fill('<!--')],
	['spaces', fill(' ')],
	['"not found"', fill('transcript not found ')],
])('a page without end of %s in place of an error', async (_, body) => {
	service = await HostileService.open(() => ({ status: 400, body }));
	const run = { credentials: service.account() };
	const result = await bench.get('job-1', { waitMode: 'doNotWait' }, run);
	expect(result.error('Node')?.message).toContain('AssemblyAI did not return the transcript (');
	expect(result.error('Node')?.message.length).toBeLessThan(500);
});
