import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What tsx keeps of the code that it has compiled, for the next process. */
const CACHE = /^tsx(-\d+)?$/;

/** @throws Error, with which Jest fails, when a test has left something behind */
export default function closeTemporaryFolder(): void {
	const folder = tmpdir();
	const left = readdirSync(folder).filter((name) => !CACHE.test(name));
	rmSync(folder, { recursive: true, force: true });
	if (left.length === 0) return;
	throw new Error(`The tests left these behind in the temporary folder: ${left.join(', ')}`);
}
