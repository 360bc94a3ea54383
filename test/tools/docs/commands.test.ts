import { execFileSync } from 'node:child_process';
import packageJson from '../../../package.json';
import { commandLines, scriptUses } from './pages/commands';
import { ROOT } from './pages/pages';

/** Why a command of the pages is not run by this test. Whoever adds one decides where it belongs. */
const NOT_RUN: Record<string, string> = {
	'npm ci && npm run demo': 'installs; CI does so, and test/tools/demo runs the demo',
	'npm ci && npm test': 'installs; CI does so',
	'npm ci': 'installs; CI does so',
	'npm run demo': 'builds; CI runs it, and test/tools/demo on the sources',
	'npm run dev': 'a server that does not end; npm run test:n8n -- --dev tries it',
	'npm run dev -- --n8n 1.123.81': 'downloads n8n',
	'npm run dev -- --fresh': 'downloads n8n',
	'npm test': 'this test is a part of it',
	'npm run jest -- test/engine/LlmGatewayAskQuestions/ask.test.ts': 'is one of these tests',
	'npm run sandbox -- --port 4100 --api-key my-key':
		'a server that does not end; test/sandbox/cli.test.ts starts it',
	'npm run chaos': 'minutes; test/tools/chaos runs a part of it',
	'npm run mutation': 'hours; test/tools/mutation holds what it counts',
	'npm run fuzz -- --seconds 60': 'a minute; test/tools/fuzz runs a part of it',
	'npm run bench': 'minutes; nightly CI runs it',
	'npm run bench -- waiting cancel': 'minutes; nightly CI runs all of them',
	'npm run bench -- loop': 'minutes; nightly CI runs all of them',
	'npm run bench -- peers': 'minutes',
	'npm run bench -- growth-5000': 'minutes',
	'npm run test:n8n': 'downloads n8n; CI runs it',
	'npm run test:n8n -- --n8n 1.123.81': 'downloads n8n; CI runs it',
	'npm run test:n8n -- --screenshots': 'downloads n8n',
	'npm run test:n8n -- --only editor': 'downloads n8n',
	'npm run test:n8n -- --dev': 'downloads n8n',
	'npm run test:n8n -- --storage': 'downloads n8n',
	'npm run test:n8n:queue': 'needs Redis and PostgreSQL; nightly CI runs it',
	'npm run scan': 'builds and packs; CI runs it',
	'npm run guide': 'test/tools/guide does the same',
	'npm run evaluation -- --set examples/evaluation': 'test/tools/evaluation does the same',
	'export ASSEMBLYAI_API_KEY=my-key': 'is for the line behind it',
	'npm run evaluation -- --set examples/evaluation --model claude-sonnet-4-6 --report report.json':
		'needs an account; test/tools/evaluation asks the sandbox',
	'npm run evaluation -- --set gridspace-stanford-harper-valley --harper-valley --calls 100':
		'needs a download; test/tools/evaluation reads files of its form',
	'npm run release -- --dry-run': 'asks the registry; test/tools/release holds its parts',
	'npm run format': 'changes files; npm run lint holds what it does',
	'export ASSEMBLYAI_API_KEY=my-key SPEECH_TO_TEXT_URL=http://127.0.0.1:4100 LLM_GATEWAY_URL=http://127.0.0.1:4100':
		'is for the two lines behind it',
	'node tools/guide/ask.mjs examples/recordings/map-update-call.mp3': 'test/tools/guide runs it',
	'python3 tools/guide/ask.py examples/recordings/map-update-call.mp3': 'test/tools/guide runs it',
	'curl -F "audio=@examples/recordings/map-update-call.mp3" https://<your n8n>/webhook/assemblyai-call':
		'needs n8n; npm run test:n8n sends the same form',
};
/** Its line in docs/sandbox.md is run, against a sandbox, by sandboxPage.test.ts. */
const RUN_ELSEWHERE = /^curl .*\/sandbox\/faults/;

const lines = [...new Set(commandLines().map(({ line }) => line))];
const isRun = (line: string) => !(line in NOT_RUN) && !RUN_ELSEWHERE.test(line);
const scripts: Record<string, string> = packageJson.scripts;

test('what is not run is on a page', () => {
	expect(Object.keys(NOT_RUN).filter((line) => !lines.includes(line))).toEqual([]);
});

test.each(lines.filter(isRun))('%s', (line) => {
	const [program = '', ...args] = line.split(' ');
	// Only what somebody looked at is run, which is what takes no account, no server and no minutes.
	expect(['npm run quotes', 'npm run moves']).toContain(line);
	const said = execFileSync(program, args, { cwd: ROOT, encoding: 'utf8' });
	expect(said.split('\n').length).toBeGreaterThan(5);
});

test('every npm script that a page names is one of package.json', () => {
	const unknown = scriptUses().filter(({ script }) => !(script in scripts));
	expect(unknown).toEqual([]);
	expect(scriptUses().length).toBeGreaterThan(40);
});

const withOptions = new Map<string, Set<string>>();
for (const { script, options } of scriptUses()) {
	if (options.length === 0) continue;
	const known = withOptions.get(script) ?? new Set();
	for (const option of options) known.add(option);
	withOptions.set(script, known);
}
/** The code of a script that a page gives options to; some build before, which its help does without. */
const programOf = (script: string) => {
	const { 1: file = '' } = /([\w./]+\.ts)/.exec(scripts[script] ?? '') ?? [];
	return file;
};

test.each([...withOptions])('npm run %s has the options that pages give it', (script, options) => {
	expect(programOf(script)).not.toBe('');
	const help = execFileSync(
		process.execPath,
		['--require', 'tsx/cjs', programOf(script), '--help'],
		{
			cwd: ROOT,
			encoding: 'utf8',
		},
	);
	const known = new Set(help.match(/--[a-z][\w-]*/g) ?? []);
	expect([...options].filter((option) => !known.has(option))).toEqual([]);
});

test('every file that a command names is there', () => {
	const named = lines.flatMap((line) => line.match(/(?:test|tools|examples)\/[\w./-]+\w/g) ?? []);
	expect(named.length).toBeGreaterThan(3);
	expect(() =>
		execFileSync('git', ['ls-files', '--error-unmatch', ...named], { cwd: ROOT }),
	).not.toThrow();
});
