// What these register for the end of a test file has to be registered for the end of all of them.
import '../temporaryFolder';
import '../unit/executeContext';
import path from 'node:path';

const TEST = path.resolve(__dirname, '../..');

/**
 * Runs test files as one, which loads n8n's engine once and not once for each. They also share whatever a file
 * leaves behind in a module, which running them one by one would hide.
 */
export function together(files: string[]): void {
	for (const file of files) {
		describe(path.relative(TEST, file), () => void jest.requireActual(file));
	}
}
