import { runCampaign } from '../../../tools/chaos/campaign';

test('on a bad line every recording is paid for once at most, and none is lost', async () => {
	const { breaches, counts } = await runCampaign({
		seed: 20261122,
		runs: 60,
		atOnce: 20,
		slowFaults: false,
		kills: false,
	});

	expect(breaches).toEqual([]);
	expect(counts['recordings transcribed']).toBeGreaterThan(60);
	expect(counts['fault lostReply']).toBeGreaterThan(10);
	// What ends each of them is also up to how busy the machine is.
	const { 'pauses ended by call': called = 0, 'pauses ended by timeLimit': timedOut = 0 } = counts;
	expect(called + timedOut).toBeGreaterThan(2);
}, 300_000);
