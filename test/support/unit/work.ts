const TRIES = 3;

/**
 * Processor time that a piece of work takes, in milliseconds, the least of some tries: unlike the time on a clock
 * it does not grow because the machine has other things to do.
 */
export function workOf(piece: () => unknown, tries = TRIES): number {
	const measured = Array.from({ length: tries }, () => {
		const begin = process.cpuUsage();
		piece();
		const { user, system } = process.cpuUsage(begin);
		return (user + system) / 1000;
	});
	return Math.min(...measured);
}
