import { readFileSync } from 'node:fs';

const EVERY_MS = 5;

/** The longest time in which a process did nothing else: no timer, no request of anybody. */
export interface StandStill {
	wallMs: number;
	/** The most of such a time in which it was at work, and not waiting for a processor that others had. */
	workMs: number;
}

/** Watches from now on. What it returns ends that, and tells what was seen. */
export function watchStandStill(): () => StandStill {
	let at = performance.now();
	let work = mainThreadMs();
	const longest: StandStill = { wallMs: 0, workMs: 0 };
	const look = () => {
		const now = performance.now();
		const worked = mainThreadMs();
		const wallMs = now - at - EVERY_MS;
		longest.wallMs = Math.max(longest.wallMs, wallMs);
		longest.workMs = Math.max(longest.workMs, Math.min(wallMs, worked - work));
		[at, work] = [now, worked];
	};
	const timer = setInterval(look, EVERY_MS);
	return () => {
		look();
		clearInterval(timer);
		return longest;
	};
}

/** How long the thread that runs JavaScript has had a processor; elsewhere than on Linux it is taken to have one always. */
function mainThreadMs(): number {
	if (process.platform !== 'linux') return performance.now();
	const [nanoseconds] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
	return Number(nanoseconds) / 1e6;
}
