import { readFile } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { DemoError } from './DemoError';

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'it is a folder',
	EACCES: 'it may not be read',
	ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB, which the demo cannot read at once',
};

/** @throws DemoError that names the file, what it was to be, and why it cannot be read */
export async function readUserFile(file: string, what: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (error) {
		const code = isNativeError(error) && 'code' in error ? String(error.code) : '';
		throw new DemoError(`The ${what} ${file} cannot be read: ${REASONS[code] ?? code}`);
	}
}

/** @throws DemoError when the file cannot be read or holds no JSON */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
	const text = (await readUserFile(file, what)).toString('utf8');
	try {
		return JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new DemoError(`The ${what} ${file} holds no valid JSON: ${reason}`);
	}
}
