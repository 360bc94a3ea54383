import { constants, PerformanceObserver } from 'node:perf_hooks';

/**
 * Watches from now on what collections of garbage leave in the heap: memory that something holds, while a peak
 * also has what nobody has swept up yet. What it returns ends that, and gives the most in bytes over the start.
 */
export function watchKeptMemory(): () => number {
	const atStart = process.memoryUsage().heapUsed;
	let most = 0;
	const look = () => {
		most = Math.max(most, process.memoryUsage().heapUsed - atStart);
	};
	const observer = new PerformanceObserver((list) => {
		if (list.getEntries().some(isWhole)) look();
	});
	observer.observe({ entryTypes: ['gc'] });
	return () => {
		observer.disconnect();
		globalThis.gc?.();
		look();
		return most;
	};
}

function isWhole(entry: object): boolean {
	if (!('detail' in entry) || typeof entry.detail !== 'object' || entry.detail === null)
		return false;
	return 'kind' in entry.detail && entry.detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}
