import { AssemblyAiError, InvalidReplyError } from '../../../../nodes/shared/api/core/errors';
import type { Service } from '../../../../nodes/shared/api/core/service';
import {
	getParagraphs,
	getRedactedAudioUrl,
	getSentences,
	getSubtitles,
	searchWords,
} from '../../../../nodes/shared/api/transcriptParts';
import { failureOf } from '../../../support/unit/failureOf';
import { ID, jsonReply, lost, textReply } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

const SRT = '1\n00:00:00,000 --> 00:00:01,000\nHello.\n';
const VTT = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n';
const paragraph = { text: 'Hello.', start: 0, end: 900, confidence: 0.9 };
const match = { text: 'hello', count: 1, timestamps: [[0, 900]], indexes: [3] };
const found = { total_count: 1, matches: [match] };
const redacted = { redacted_audio_url: 'https://cdn.test/a.mp3', status: 'redacted_audio_ready' };

const PARTS: ReadonlyArray<{
	name: string;
	ask: (service: Service) => Promise<unknown>;
	path: string;
	query?: Record<string, string | number>;
	reply: ReturnType<typeof jsonReply>;
	result: unknown;
	purpose: string;
}> = [
	{
		name: 'paragraphs',
		ask: async (service) => await getParagraphs(service, ID),
		path: 'paragraphs',
		reply: jsonReply({ id: ID, paragraphs: [paragraph] }),
		result: [paragraph],
		purpose: 'return the paragraphs',
	},
	{
		name: 'sentences',
		ask: async (service) => await getSentences(service, ID),
		path: 'sentences',
		reply: jsonReply({ sentences: [paragraph, { ...paragraph, speaker: 'A' }] }),
		result: [paragraph, { ...paragraph, speaker: 'A' }],
		purpose: 'return the sentences',
	},
	{
		name: 'SRT subtitles',
		ask: async (service) => await getSubtitles(service, ID, 'srt'),
		path: 'srt',
		reply: textReply(200, SRT),
		result: SRT,
		purpose: 'return the subtitles',
	},
	{
		name: 'VTT subtitles with short captions',
		ask: async (service) => await getSubtitles(service, ID, 'vtt', 32),
		path: 'vtt',
		query: { chars_per_caption: 32 },
		reply: textReply(200, VTT),
		result: VTT,
		purpose: 'return the subtitles',
	},
	{
		name: 'words',
		ask: async (service) => await searchWords(service, ID, ['hello', 'good bye']),
		path: 'word-search',
		query: { words: 'hello,good bye' },
		reply: jsonReply(found),
		result: found,
		purpose: 'search the transcript',
	},
	{
		name: 'redacted audio',
		ask: async (service) => await getRedactedAudioUrl(service, ID),
		path: 'redacted-audio',
		reply: jsonReply(redacted),
		result: 'https://cdn.test/a.mp3',
		purpose: 'return the redacted audio',
	},
];

describe.each(PARTS)('$name', ({ ask, path, query, reply, result, purpose }) => {
	test('are read at their address', async () => {
		const { service, http } = scripted([reply]);
		expect(await ask(service)).toEqual(result);
		const [request] = http.requests;
		expect(http.requests).toHaveLength(1);
		expect([request?.method, request?.url]).toEqual([
			'GET',
			`http://stt.test/v2/transcript/${ID}/${path}`,
		]);
		expect([request?.query, request?.timeoutMs]).toEqual([query, 60_000]);
	});

	test('are asked for again where a connection was lost', async () => {
		const { service, http } = scripted([lost(), reply]);
		expect(await ask(service)).toEqual(result);
		expect(http.requests).toHaveLength(2);
	});

	test('in another shape are refused, and the error says what was asked for', async () => {
		for (const odd of [jsonReply({ id: ID }), textReply(200, '<html>Hello</html>')]) {
			const { service } = scripted([], { always: odd });
			const error = await failureOf(ask(service), InvalidReplyError);
			expect(error.message).toContain(`AssemblyAI was asked to ${purpose} and sent a reply`);
		}
	});
});

test.each([
	['srt', SRT, true],
	['srt', `\uFEFF \n${SRT}`, true],
	['srt', '', true],
	['srt', ' \n', true],
	['srt', '12\n00:00:00,000', true],
	['srt', 'Line 1 ', false],
	['srt', '1st', false],
	['srt', VTT, false],
	['vtt', VTT, true],
	['vtt', ` \n${VTT}`, true],
	['vtt', 'WEBVTT', true],
	['vtt', `No ${VTT}`, false],
	['vtt', SRT, false],
	['vtt', '', false],
] as const)('subtitles as %s: %j are taken: %s', async (format, text, isTaken) => {
	const { service } = scripted([], { always: textReply(200, text) });
	const work = getSubtitles(service, ID, format);
	if (isTaken) return expect(await work).toBe(text);
	const error = await failureOf(work, InvalidReplyError);
	const name = format === 'srt' ? 'SRT' : 'WebVTT';
	return expect(`${error.message} ${error.facts.hint ?? ''}`).toContain(
		`it is not in the ${name} format`,
	);
});

test.each([
	['http://cdn.test/a', true],
	['https://cdn.test/a', true],
	['ftp://cdn.test/a', false],
	['//cdn.test/a', false],
	['see https://cdn.test/a', false],
])('the address of a redacted audio: %j is taken: %s', async (url, isTaken) => {
	const { service } = scripted([], { always: jsonReply({ redacted_audio_url: url }) });
	const work = getRedactedAudioUrl(service, ID);
	if (isTaken) return expect(await work).toBe(url);
	return expect((await failureOf(work, InvalidReplyError)).message).toContain('it is not a URL');
});

test('a redacted audio that is being made is not there yet', async () => {
	const { service } = scripted([jsonReply({ status: 'processing' }, 202)]);
	expect(await getRedactedAudioUrl(service, ID)).toBeUndefined();
});

test('who waits for it looks again in his own time', async () => {
	const { service, http } = scripted([], { always: lost() });
	await failureOf(getRedactedAudioUrl(service, ID, 'never'), AssemblyAiError);
	expect(http.requests).toHaveLength(1);
});

test('a page of matches with odd times is refused', async () => {
	const odd = { ...found, matches: [{ ...match, timestamps: [[0]] }] };
	const { service } = scripted([], { always: jsonReply(odd) });
	await failureOf(searchWords(service, ID, ['hello']), InvalidReplyError);
});
