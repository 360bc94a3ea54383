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
	expect(counts['pauses ended by call']).toBeGreaterThan(2);
	expect(counts['pauses ended by timeLimit']).toBeGreaterThan(0);
}, 300_000);
