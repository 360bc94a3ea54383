// n8n's own scanner, on what is published: the sources and the content of the packed tarballs. Its
// `analyzePackage` hides warnings, so its rules are run here and a warning counts as much as an error.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'scan-'));
// The scanner makes a folder of its own when it is loaded, and leaves it.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
const { SOURCE_FILE_PATTERNS, buildScanConfig } = await import(
	'@n8n/scan-community-package/scanner/scanner.mjs'
);

try {
	let found = 0;
	for (const published of ['.', 'packages/n8n-nodes-assemblyai-chat-model']) {
		const home = path.join(root, published);
		const sources = await findings(home, SOURCE_FILE_PATTERNS);
		const packed = await findings(unpackTarball(home), ['**/*.{js,ts,json}']);
		const count = sources.count + packed.count;
		process.stdout.write(
			`n8n scanner, ${path.basename(home)}: ${sources.files} source files, ${packed.files} packed files, ` +
				`${count} findings\n${sources.text}${packed.text}`,
		);
		found += count;
	}
	process.exitCode = found === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function unpackTarball(home) {
	const unpacked = mkdtempSync(path.join(folder, 'packed-'));
	execFileSync('npm', ['pack', '--silent', '--pack-destination', unpacked], { cwd: home });
	const [tarball] = readdirSync(unpacked).filter((file) => file.endsWith('.tgz'));
	execFileSync('tar', ['-xzf', tarball], { cwd: unpacked });
	return path.join(unpacked, 'package');
}

async function findings(cwd, patterns) {
	const eslint = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const count = results.reduce(
		(sum, { errorCount, warningCount }) => sum + errorCount + warningCount,
		0,
	);
	const formatter = await eslint.loadFormatter('stylish');
	return { files: results.length, count, text: count > 0 ? await formatter.format(results) : '' };
}
