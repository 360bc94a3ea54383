import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/**
 * Gives back the leftovers of earlier work, which would otherwise be given back while something is measured
 * and hide what that takes. It also has V8 collect far more often for a while, so it is not for timing.
 */
export async function collectGarbage(): Promise<void> {
	if (!globalThis.gc) throw new Error('Garbage is collected in a process with --expose-gc only');
	globalThis.gc();
	// Buffers are given back after the collection that finds them unused.
	await setImmediate();
	globalThis.gc();
}

/** The resident memory of this process, in bytes. Starts a new peak. */
export function memoryAtStart(): number {
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', RESET_PEAK);
	return process.memoryUsage.rss();
}

/**
 * The most since `memoryAtStart`, as the kernel counted it, so that no moment is missed. Only Linux starts a
 * new peak; elsewhere it is the most since the process began, which can only be more.
 */
export function memoryAtPeak(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
	const [, kilobytes] =
		/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	if (kilobytes === undefined) throw new Error('The kernel does not tell the peak of memory');
	return Number(kilobytes) * 1024;
}

/** proc(5), /proc/pid/clear_refs. */
const RESET_PEAK = '5';
