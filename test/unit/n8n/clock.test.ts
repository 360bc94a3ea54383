import { realClock } from '../../../nodes/shared/n8n/clock';

const AN_HOUR = 60 * 60 * 1000;

test('a pause ends soon after the signal, and quietly: n8n records a throwing node as failed', async () => {
	const stop = new AbortController();
	const pause = realClock.sleep(AN_HOUR, stop.signal);
	stop.abort();
	await expect(pause).resolves.toBeUndefined();
});

test('no pause is begun once the signal is aborted', async () => {
	await expect(realClock.sleep(AN_HOUR, AbortSignal.abort())).resolves.toBeUndefined();
});

test('a pause of nothing, or less, is over', async () => {
	await realClock.sleep(0);
	await realClock.sleep(-AN_HOUR);
});
