import { stem } from './words';

function stemSet(list: string): Set<string> {
	return new Set(list.split(/\s+/).filter(Boolean).map(stem));
}

export const POSITIVE = stemSet(`
	absolutely amazing appreciate awesome beautiful best better brilliant cheers comfortable cool delighted
	easy enjoy excellent excited exciting fabulous fair fantastic fast favorite favourite fine friendly fun
	generous glad good gorgeous grateful great happy helpful impressed impressive interested interesting kind
	love lovely lucky nice perfect perfectly pleasant please pleased pleasure recommend reliable relieved
	satisfied smooth super superb sure terrific thank thanks thrilled welcome wonderful worth wow`);

export const NEGATIVE = stemSet(`
	afraid angry annoyed annoying awful awkward bad broken cancel complain complaint complicated confused
	confusing damage delay delayed difficult dirty disappointed disappointing dislike dreadful
	error expensive fail failed failure faulty fault fear frustrated frustrating furious hate horrible
	impossible issue late lost mad mess mistake never overpriced pain painful poor problem refund regret
	ridiculous rude sad scam sick slow sorry steep stuck stupid terrible tired trouble ugly unacceptable
	unfortunately unhappy unreliable upset useless waste worried worry worse worst wrong`);

/** Sayings whose words mislead one by one; taken out before words are counted. */
export const SAYINGS: Array<{ pattern: RegExp; value: -1 | 0 | 1 }> = [
	{ pattern: /\bno (problem|worries|trouble)\b/gi, value: 1 },
	{ pattern: /\b(not|isn['’]?t) (too |so |that )?bad\b/gi, value: 1 },
	{ pattern: /\bcan['’]?t wait\b/gi, value: 1 },
	{ pattern: /\bsounds? (very |really |absolutely )?(good|great|perfect|wonderful)\b/gi, value: 1 },
	{ pattern: /\b(good (morning|afternoon|evening|day))\b/gi, value: 0 },
	{
		pattern: /\b(more|longer|worse|less) than (i|we) (had )?(expected|thought|hoped)\b/gi,
		value: -1,
	},
	{ pattern: /\bwould (be )?like\b/gi, value: 0 },
	{ pattern: /\bno longer\b/gi, value: -1 },
];

export const NEGATORS = new Set(
	`not no never isnt arent wasnt werent dont doesnt didnt wont wouldnt cant cannot couldnt hardly
	without nothing neither`.split(/\s+/),
);

/** What is said when something named in a question is shown rather than named. */
export const FAMILIES: Array<{ names: Set<string>; related: Set<string>; phrases: RegExp }> = [
	{
		names: stemSet('interest interested curiosity curious intent intention keen purchase buying'),
		related:
			stemSet(`interested interest curious love price cost order book buy purchase sign offer try
			want need install schedule appointment reserve deal worth wondering`),
		phrases:
			/\b(sounds? (good|great|perfect)|sign (me )?up|how (much|soon|long)|i['’]?d (love|like)|i would (love|like)|let['’]?s (do|go)|go ahead|count me in|tell me more|can i (get|have|book)|i (really |do )?want|i(['’]ll| will) (take|book|buy|order))\b/gi,
	},
	{
		names: stemSet('enthusiasm enthusiastic excitement excited energy passion passionate eager'),
		related:
			stemSet(`great happy absolutely wonderful excellent fantastic love glad delighted excited
			amazing perfect pleasure certainly definitely thrilled brilliant terrific awesome`),
		phrases:
			/!|\b(of course|my pleasure|i['’]?d be (happy|glad)|can['’]?t wait|you(['’]ll| will) love)\b/gi,
	},
	{
		names: stemSet('price cost fee charge rate pay payment expensive money budget amount'),
		related: stemSet(`price cost fee charge rate dollar euro pound cent pay payment free discount
			percent expensive cheap worth`),
		phrases: /[$€£]\s?\d/g,
	},
	{
		names: stemSet('satisfaction satisfied happy happiness pleased gratitude thankful'),
		related: stemSet(
			'thanks thank great perfect happy glad pleased appreciate wonderful excellent helpful',
		),
		phrases: /\b(sounds? (good|great|perfect))\b/gi,
	},
	{
		names: stemSet(
			'complaint complain problem issue trouble frustration frustrated dissatisfaction objection concern',
		),
		related: NEGATIVE,
		phrases:
			/\b(does ?n['’]?t work|not working|too (long|much|expensive|slow)|more than (i|we) (had )?(expected|thought))\b/gi,
	},
	{
		names: stemSet('appointment schedule meeting visit booking date day time when'),
		related: stemSet(`monday tuesday wednesday thursday friday saturday sunday tomorrow today week
			morning afternoon evening oclock appointment schedule book january february march april may june
			july august september october november december`),
		phrases: /\b\d{1,2}(:\d{2})? ?(am|pm)\b/gi,
	},
];
