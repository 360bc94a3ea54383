const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { copyFile, mkdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');

/** A script of package.json as a task. On Windows npm is not a program but a script, which needs a shell. */
function script(name) {
	const task = async () => {
		const options = { stdio: 'inherit', shell: process.platform === 'win32' };
		const [code] = await once(spawn('npm', ['run', '--silent', name], options), 'exit');
		if (code !== 0) throw new Error(`npm run ${name} ended with ${code}`);
	};
	return Object.assign(task, { displayName: name });
}

/** Removes what an earlier build left, so that a renamed file cannot ship under both names. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

// Each pattern begins with its folder, or gulp looks for it in the whole repository, node_modules included.
const ASSETS = [
	'credentials/**/*.svg',
	'nodes/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

/** Puts icons, codex files and schemas of outputs beside the compiled code, where n8n looks for them. */
function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));
}

const CHAT_MODEL = 'packages/n8n-nodes-assemblyai-chat-model';

async function cleanChatModel() {
	await rm(`${CHAT_MODEL}/dist`, { recursive: true, force: true });
}

/** What n8n loads of the package beside this one, and what it looks for beside each. */
const CHAT_MODEL_ENTRIES = [
	{
		folder: 'credentials',
		code: 'AssemblyAiLlmGatewayApi.credentials',
		assets: ['assemblyAi.svg', 'assemblyAi.dark.svg'],
	},
	{
		folder: 'nodes/LlmGatewayChatModel',
		code: 'LlmGatewayChatModel.node',
		assets: ['llmGateway.svg', 'llmGateway.dark.svg', 'LlmGatewayChatModel.node.json'],
	},
];

/**
 * The compiled code keeps the folders of the repository, since it has files of both packages in it. n8n's lint and
 * scanner look for a source under the path that the manifest has for it in `dist`, so an entry stands there for each.
 */
async function chatModelEntries() {
	for (const { folder, code, assets: files } of CHAT_MODEL_ENTRIES) {
		const target = path.join(CHAT_MODEL, 'dist', folder);
		const compiled = path.join(CHAT_MODEL, 'dist', CHAT_MODEL, folder, `${code}.js`);
		const from = path.relative(target, compiled).split(path.sep).join('/');
		await mkdir(target, { recursive: true });
		await writeFile(path.join(target, `${code}.js`), `module.exports = require('${from}');\n`);
		for (const file of files) {
			await copyFile(path.join(CHAT_MODEL, folder, file), path.join(target, file));
		}
	}
}

const build = parallel(
	series(clean, script('compile'), assets),
	series(cleanChatModel, script('compile:chat-model'), chatModelEntries),
);

const LINTS = ['lint:format', 'lint:n8n', 'lint:patterns'].map(script);

module.exports = {
	assets,
	build,
	check: series(build, parallel(script('typecheck:tests'), ...LINTS)),
	lint: parallel(...LINTS),
};
