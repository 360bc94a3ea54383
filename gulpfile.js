const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** Removes what an earlier build left, so that a renamed file cannot ship under both names. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Puts icons and codex files beside the compiled code, where n8n looks for them. */
function assets() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

module.exports = { assets, clean };
