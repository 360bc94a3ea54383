const { copyFile, mkdir, rm, writeFile } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

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

/** The same for the package beside this one, whose compiled code keeps the folders of the repository. */
function chatModelIcons() {
	const from = ['svg', 'node.json'].map((kind) => `${CHAT_MODEL}/nodes/**/*.${kind}`);
	return src(from, { base: '.', encoding: false }).pipe(dest(`${CHAT_MODEL}/dist`));
}

/** n8n's lint looks for the source of a credential under the path that the manifest has for it in `dist`. */
async function chatModelCredential() {
	const folder = `${CHAT_MODEL}/dist/credentials`;
	const name = 'AssemblyAiLlmGatewayApi.credentials';
	await mkdir(folder, { recursive: true });
	await writeFile(
		`${folder}/${name}.js`,
		`module.exports = require('../${CHAT_MODEL}/credentials/${name}.js');\n`,
	);
	for (const icon of ['assemblyAi.svg', 'assemblyAi.dark.svg']) {
		await copyFile(`${CHAT_MODEL}/credentials/${icon}`, `${folder}/${icon}`);
	}
}

const chatModelAssets = parallel(chatModelIcons, chatModelCredential);

module.exports = { assets, chatModelAssets, clean, cleanChatModel };
