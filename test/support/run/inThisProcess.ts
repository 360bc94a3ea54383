/**
 * Runs what a command does without a process of its own, which takes seconds to begin.
 * @returns what somebody would see of it
 */
export async function inThisProcess(work: () => number | Promise<number>) {
	const [stdout, stderr] = [listenTo(process.stdout), listenTo(process.stderr)];
	try {
		const status = await work();
		return { status, stdout: stdout.text(), stderr: stderr.text() };
	} finally {
		stdout.stop();
		stderr.stop();
	}
}

function listenTo(stream: NodeJS.WriteStream) {
	let text = '';
	const spy = jest.spyOn(stream, 'write').mockImplementation((chunk) => {
		text += String(chunk);
		return true;
	});
	return { text: () => text, stop: () => spy.mockRestore() };
}
