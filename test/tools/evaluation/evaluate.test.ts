import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
// The harness sets n8n's environment, so it comes before anything that might load n8n.
import '../../engine/harness';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { readArguments, USAGE } from '../../../tools/evaluation/arguments';
import { evaluate } from '../../../tools/evaluation/evaluate';
import { exitCodeOf } from '../../../tools/commandLine';
import { temporaryFolder } from '../../support/temporaryFolder';

const SET = path.resolve(__dirname, '../../../examples/evaluation');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** Runs the command in this process. */
async function run(args: string[], environment: Record<string, string> = {}) {
	let said = '';
	let progress = '';
	const options = readArguments(['--set', SET, ...args], environment);
	if (!options) throw new Error('Asked for help');
	const code = await evaluate(
		options,
		{ write: (text) => ((said += String(text)), true) },
		{ write: (text) => ((progress += String(text)), true) },
	);
	return { code, said, progress };
}

test('without a key quotes are measured, and it says that answers are not', async () => {
	const { code, said } = await run([]);
	expect(code).toBe(0);
	expect(said).toContain('Quotes of 6 calls');
	expect(said).toContain('No API key in ASSEMBLYAI_API_KEY: answers are not measured.');
	expect(sandbox.requestsTo('POST', '/v1/chat/completions')).toEqual([]);
});

const figures = z.object({
	labelled: z.literal(6),
	right: z.number(),
	wrong: z.number(),
	unknownThoughTold: z.number(),
	toldThoughUnknown: z.number(),
});

const reportSchema = z.object({
	date: z.string(),
	quotes: z.object({ calls: z.literal(6) }),
	answers: z.object({
		calls: z.literal(6),
		models: z.array(z.string()),
		inputTokens: z.number().positive(),
		questions: z.array(figures).length(5),
		differences: z.array(z.object({ call: z.string(), key: z.string() })),
	}),
	failed: z.array(z.unknown()).length(0),
});

test('with a key the node answers, each labelled answer is counted once, and the report has them all', async () => {
	const report = path.join(await temporaryFolder('evaluation-'), 'report.json');
	const { code, said, progress } = await run(
		['--base-url', sandbox.url, '--model', 'gpt-5.1', '--report', report],
		{ ASSEMBLYAI_API_KEY: sandbox.apiKey },
	);
	expect(code).toBe(0);
	expect(progress).toContain('Asking about call 6 of 6');
	const { answers } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
	expect(answers.models).toEqual(['gpt-5.1']);
	expect(said).toContain(`Answers about 6 calls, gpt-5.1, `);
	let wrong = 0;
	for (const one of answers.questions) {
		const not = one.wrong + one.unknownThoughTold + one.toldThoughUnknown;
		expect(one.right + not).toBe(6);
		wrong += not;
	}
	expect(answers.differences).toHaveLength(wrong);
	const [asked] = sandbox.requestsTo('POST', '/v1/chat/completions');
	// The model reads what the machine heard, as it would in a workflow.
	expect(JSON.stringify(asked?.json)).toContain('Oscar Lindquist');
}, 60_000);

test('calls that are not answered are named, and the command fails', async () => {
	const { code, said } = await run(['--base-url', sandbox.url, '--calls', '1'], {
		ASSEMBLYAI_API_KEY: 'another key',
	});
	expect(code).toBe(1);
	expect(said).toMatch(/boiler-repair was not answered: .+/);
}, 60_000);

test.each([
	[[], '--set FOLDER is missing'],
	[['--set', SET, '--region', 'mars'], '--region is neither us nor eu'],
	[['--set', SET, '--base-url', 'nonsense'], '--base-url is no address beginning with http'],
	[['--set', SET, '--calls', '0'], '--calls 0 is not a whole number from 1 to 1000000'],
	[
		['--set', SET, '--model', 'm'],
		'There is no API key in the environment variable ASSEMBLYAI_API_KEY',
	],
	[
		['--set', SET, '--api-key-variable', 'MY_KEY'],
		'There is no API key in the environment variable MY_KEY',
	],
	[['--sett', SET], "Unknown option '--sett'"],
])('%j is refused in one line', async (args, message) => {
	const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
	const code = await exitCodeOf('evaluation', () => (readArguments(args, {}) ? 0 : 0));
	const lines = said.mock.calls.map(([line]) => line);
	said.mockRestore();
	expect({ code, lines }).toEqual({
		code: 2,
		lines: [`${message} (npm run evaluation -- --help)\n`],
	});
});

test('help names every option', () => {
	expect(readArguments(['--help'], {})).toBeUndefined();
	for (const option of [
		'set',
		'harper-valley',
		'calls',
		'seed',
		'model',
		'api-key-variable',
		'region',
	])
		expect(USAGE).toContain(`  --${option} `.slice(0, option.length + 4));
});
