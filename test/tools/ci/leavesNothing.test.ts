import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { kill } from 'node:process';
import { temporaryFolder } from '../../support/temporaryFolder';

const COMMAND = path.resolve(__dirname, '../../../.ci/leaves-nothing');

/** Runs a line of shell under the command's eyes, in a temporary folder that is gone afterwards. */
async function watched(line: string) {
	const folder = await temporaryFolder('ci-');
	const { status, stderr } = spawnSync(COMMAND, ['sh', '-c', line], {
		encoding: 'utf8',
		env: { ...process.env, TMPDIR: folder },
	});
	return { status, stderr };
}

// A shell script of the project's CI, which runs on Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a command that tidies up passes, with what its tools keep for the next time', async () => {
	const line = 'mkdir "$TMPDIR/tsx-0" "$TMPDIR/a" && rmdir "$TMPDIR/a"';
	expect(await watched(line)).toEqual({ status: 0, stderr: '' });
});

onLinux('a file in the temporary folder is told', async () => {
	expect(await watched('mkdir "$TMPDIR/n8n-1234"')).toEqual({
		status: 1,
		stderr: 'Left behind in the temporary folder:\nn8n-1234\n',
	});
});

onLinux('a process that goes on is told', async () => {
	const { status, stderr } = await watched('sleep 120 >/dev/null 2>&1 &');
	const [, process] = /^Processes that were left running:\n(\d+) sleep 120 \n$/.exec(stderr) ?? [];
	expect([status, stderr]).toEqual([1, expect.stringContaining('sleep 120')]);
	kill(Number(process));
});

onLinux('a command that fails still fails', async () => {
	expect((await watched('exit 3')).status).toBe(3);
});
