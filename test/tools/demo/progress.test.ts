import { Progress } from '../../../tools/demo/progress';

function terminal(isTTY: boolean, columns?: number) {
	const written: string[] = [];
	const write = (text: string | Uint8Array) => {
		written.push(String(text));
		return true;
	};
	return { written, output: { write, isTTY, columns } };
}

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

test('without a terminal each stage is a plain line', () => {
	const { written, output } = terminal(false);
	const progress = new Progress(output);
	progress.begin('Uploading');
	progress.begin('Transcribing');
	progress.done();
	expect(written.join('')).toBe('Uploading\nTranscribing\n');
	expect(jest.getTimerCount()).toBe(0);
});

test('on a terminal the stage turns until it is done', () => {
	const { written, output } = terminal(true);
	const progress = new Progress(output);
	progress.begin('Uploading');
	jest.advanceTimersByTime(160);
	expect(new Set(written).size).toBe(3);
	progress.begin('Transcribing');
	expect(written.join('')).toContain('✔ Uploading\n');
	progress.failed();
	expect(written.at(-1)).toContain('✘ Transcribing\n');
	progress.done();
	expect(written.at(-1)).toContain('✘ Transcribing\n');
	expect(jest.getTimerCount()).toBe(0);
});

test('a stage is cut so that its line does not wrap', () => {
	const { written, output } = terminal(true, 20);
	const progress = new Progress(output);
	progress.begin('Transcribing a rec');
	progress.done();
	expect(written.at(-1)).toBe('\r\u001b[2K✔ Transcribing a r…\n');
});
