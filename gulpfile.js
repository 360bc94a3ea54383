const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** Removes what an earlier build left, so that a renamed file cannot ship under both names. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

const ASSETS = [
	'{credentials,nodes}/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

/** Puts icons, codex files and schemas of outputs beside the compiled code, where n8n looks for them. */
function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));
}

module.exports = { assets, clean };
