import { EvidenceFinder, wordsOfText } from '../../../../nodes/shared/evidence/evidence';

test.each([
	[
		'signs without blanks are put together',
		'我 想 取消 订单 。',
		'我想取消订单',
		'我想取消订单 。'.slice(0, 6),
	],
	[
		'words between them keep their blanks',
		'我 用 iPhone 打 电话',
		'用 iPhone 打电话',
		'用 iPhone 打电话',
	],
	['so do words', 'the yearly plan', 'yearly plan', 'yearly plan'],
	['so does a word behind a sign', '打 iPhone now', '打 iPhone now', '打 iPhone now'],
	['so does a sign behind a word', 'my iPhone 打', 'iPhone 打', 'iPhone 打'],
])('of a passage, %s', (_, said, quote, told) => {
	expect(new EvidenceFinder(wordsOfText(said)).find(quote)).toMatchObject({
		verified: true,
		quote: told,
	});
});
