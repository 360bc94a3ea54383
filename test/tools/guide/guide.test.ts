import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
// The harness sets n8n's environment, so it comes before anything that might load n8n.
import '../../engine/harness';
import { startSandbox } from '../../../sandbox';
import { compareAnswers, type Compared } from '../../../tools/guide/compare';
import { QUESTIONS } from '../../../tools/guide/nodes';
import { pageOf } from '../../../tools/guide/page';
import { EXAMPLE_RECORDING } from '../../../tools/guide/recording';
import { hasPython, runScript } from '../../../tools/guide/scripts';

const root = path.resolve(__dirname, '../../..');
const transcript: { utterances: Array<{ text: string }> } = JSON.parse(
	readFileSync(EXAMPLE_RECORDING.replace('.mp3', '.transcript.json'), 'utf8'),
);
const said = transcript.utterances.map(({ text }) => text).join(' ');

let compared: Compared[];
beforeAll(async () => {
	compared = await compareAnswers();
}, 120_000);

test('five questions have five answers, by script and by node', () => {
	expect(compared).toHaveLength(5);
	for (const { javascript, nodes } of compared) {
		expect(javascript).toMatch(/^.+[.!?”] The (conversation|agent|customer) .+\.$/);
		expect(nodes?.answer).toMatch(/^.+[.!?”] The (conversation|agent|customer) .+\.$/);
	}
});

test('each answer has to do with its question, and quotes were said', () => {
	const [overall, agent, customer, interest, enthusiasm] = compared.map(
		({ javascript }) => javascript,
	);
	expect(overall).toContain('The overall sentiment is positive.');
	expect(agent).toContain("The agent's sentiment is positive.");
	expect(customer).toContain("The customer's sentiment is positive.");
	for (const quoted of [interest, enthusiasm]) {
		const quote = /^“(.+?)”/.exec(quoted ?? '')?.[1];
		expect(said).toContain(quote);
	}
	expect(interest).toMatch(/interest/);
	expect(enthusiasm).toMatch(/perfect|love|thrilled/i);
	for (const { nodes } of compared) expect(said).toContain(nodes?.evidence.quote);
});

test('both scripts send the same and print the same', async () => {
	if (!(await hasPython())) return;
	const sandbox = await startSandbox();
	try {
		const javascript = await runScript('JavaScript', EXAMPLE_RECORDING, sandbox);
		expect(await runScript('Python', EXAMPLE_RECORDING, sandbox)).toBe(javascript);
		const [one, other] = sandbox.requestsTo('POST', '/v1/chat/completions');
		expect(other?.json).toEqual(one?.json);
		expect(JSON.stringify(one?.json).match(/Question: /g)).toHaveLength(QUESTIONS.length);
	} finally {
		await sandbox.close();
	}
});

test('the page of the documentation has these answers', () => {
	const page = readFileSync(path.join(root, 'docs/guide-answers.md'), 'utf8');
	// Without Python on this machine its column is as the page has it.
	const shown = compared.map((one) => ({ ...one, python: one.python ?? one.javascript }));
	expect(plain(page)).toBe(plain(pageOf(shown)));
});

test('an unknown option is refused in one line', () => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'tools/guide/cli.ts', '--wirte'],
		{ cwd: root, encoding: 'utf8', timeout: 50_000 },
	);
	expect({ status, stdout, stderr }).toEqual({
		status: 2,
		stdout: '',
		stderr: "Unknown option '--wirte' (npm run guide -- --help)\n",
	});
});

/** Whatever the formatter does to a table. */
function plain(page: string): string {
	return page.replace(/-{2,}:?/g, '-').replace(/[ \t]+/g, ' ');
}
