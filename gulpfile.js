const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

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

module.exports = { assets, clean };
