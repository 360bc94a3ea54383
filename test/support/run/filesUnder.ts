import { readdirSync } from 'node:fs';
import path from 'node:path';

const TEST = path.resolve(__dirname, '../..');

/** The test files in folders of test/, as absolute paths, in order. */
export function testFilesUnder(...folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(path.join(TEST, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.test.ts'))
			.sort()
			.map((file) => path.join(TEST, folder, file)),
	);
}
