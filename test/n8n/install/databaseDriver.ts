import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * n8n's SQLite driver is downloaded or compiled when it is installed. This one has the same interface and brings
 * its binaries along, so that no download from elsewhere, no C++ compiler and no Python is needed.
 */
export const READY_MADE_DRIVER = { name: '@appthreat/sqlite3', version: '8.0.1' };

/** Puts it in the place of n8n's own. @param folder in which n8n is installed */
export async function useReadyMadeDriver(folder: string): Promise<void> {
	const entry = path.join(folder, 'node_modules/sqlite3/lib/sqlite3.js');
	await writeFile(entry, `module.exports = require('${READY_MADE_DRIVER.name}').default;\n`);
}
