import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives a whole run of Jest a temporary folder of its own, so that what it leaves there can be told. */
export default function openTemporaryFolder(): void {
	const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));
	// The names on Unix and on Windows; the workers are started with them.
	for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
}
