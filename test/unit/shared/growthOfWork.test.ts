import { parseJson, readErrorText } from '../../../nodes/shared/api/core/errorText';
import { readTogether } from '../../../nodes/shared/acrossCalls/together/readTogether';
import { pastedUrl } from '../../../nodes/shared/api/pastedUrl';
import { EvidenceFinder, wordsOfText } from '../../../nodes/shared/evidence/evidence';
import {
	fencedCalls,
	fencedTranscript,
	withoutMarkup,
	withoutTag,
} from '../../../nodes/shared/gateway/fence';
import { jsonIn } from '../../../nodes/shared/gateway/jsonInText';
import { withoutThoughts } from '../../../nodes/shared/gateway/thoughts';
import { estimateTokens } from '../../../nodes/shared/gateway/tokens';
import { plainTextOf, markdownOf } from '../../../nodes/shared/transcript/documents';
import { inlineBase64 } from '../../../nodes/shared/n8n/files/inlineContent';
import { calendarDay } from '../../../nodes/shared/n8n/parameters/calendarDay';
import { jsonObject } from '../../../nodes/shared/n8n/parameters/jsonObject';
import { moment } from '../../../nodes/shared/n8n/parameters/moment';
import { textList } from '../../../nodes/shared/n8n/parameters/parsers';
import { readAnswer } from '../../../nodes/shared/questions/values/answerValue';
import { ANSWER_TYPES } from '../../../nodes/shared/questions/question';
import { questionsJson } from '../../../nodes/shared/questions/list/questionsJson';
import { readCutOffReply, readReply } from '../../../nodes/shared/questions/reply/readReply';
import { ToldYears } from '../../../nodes/shared/questions/values/toldYears';
import { questionsAskedIn } from '../../../nodes/shared/talkMetrics/questionsAsked';
import { callBackSchema } from '../../../nodes/shared/webhook/callBack';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { EventStream } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/eventStream';
import { streamedReply } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/streamedReply';
import { question } from '../../support/unit/questions';
import { workOf } from '../../support/unit/work';

/** What makes a careless pattern or loop look at the same letters again and again. */
const HOSTILE: Array<[string, (length: number) => string]> = [
	['one letter', (length) => `x${'a'.repeat(length)}!`],
	['spaces', (length) => `1${' '.repeat(length)}x`],
	['dots', (length) => `yes${'. '.repeat(length / 2)}x`],
	['line breaks', (length) => `a${'\n'.repeat(length)}b`],
	['digits', (length) => '7'.repeat(length)],
	['numbers', (length) => '1 '.repeat(length / 2)],
	['open brackets', (length) => '['.repeat(length)],
	['open braces', (length) => '{"a":'.repeat(length / 5)],
	['brackets that close', (length) => '[]'.repeat(length / 2)],
	['quotation marks', (length) => '"'.repeat(length)],
	['apostrophes', (length) => `{${"'".repeat(length)}`],
	['names without marks', (length) => '{a '.repeat(length / 3)],
	['backslashes', (length) => `"${'\\'.repeat(length)}`],
	['open tags', (length) => '<think>'.repeat(length / 7)],
	['code of a page that is never closed', (length) => '<script'.repeat(length / 7)],
	['lists within lists', (length) => '['.repeat(length / 2) + ']'.repeat(length / 2)],
	['angle brackets', (length) => '<'.repeat(length)],
	['fences', (length) => '```'.repeat(length / 3)],
	['tags of the service', (length) => '{{ transcript '.repeat(length / 14)],
	['commas', (length) => `[${','.repeat(length)}]`],
	['bullets', (length) => '- '.repeat(length / 2)],
	['negations', (length) => 'no not '.repeat(length / 7)],
	['the same words', (length) => 'the map is '.repeat(length / 11)],
	['labels', (length) => 'A: '.repeat(length / 3)],
	['base64 signs', (length) => `data:${'='.repeat(length)}`],
];

const words = wordsOfText(`${'the map is good and we like it '.repeat(200)}`);
const choices = ['yes', 'no', 'not sure'];

const READERS: Array<[string, (text: string) => unknown]> = [
	...ANSWER_TYPES.map((answerType): [string, (text: string) => unknown] => [
		`an answer of type ${answerType}`,
		(text) => readAnswer(question({ answerType, choices }), text),
	]),
	['a reply', readReply],
	['a reply that was cut off', readCutOffReply],
	['answers that were put together', readTogether],
	['JSON in a text', jsonIn],
	['thoughts', withoutThoughts],
	['a count of tokens', estimateTokens],
	[
		'the fence',
		(text) => [fencedTranscript(text), fencedCalls(text), withoutMarkup(text), withoutTag(text)],
	],
	['a quote', (text) => new EvidenceFinder(words).find(text)],
	['what was said', (text) => new EvidenceFinder(wordsOfText(text)).find('the map is good')],
	['what was not', (text) => new EvidenceFinder(wordsOfText(text)).find('no')],
	['the years that were told', (text) => new ToldYears(text)],
	['an error body', (text) => readErrorText({ status: 500, headers: {}, text })],
	['a JSON body', parseJson],
	['questions that were asked', questionsAskedIn],
	['a call-back', (text) => callBackSchema.safeParse({ transcript_id: text, status: text })],
	['a pasted link', (text) => pastedUrl.safeParse(`https://x.test/${text}`)],
	['questions as JSON', (text) => questionsJson.safeParse(text)],
	['a JSON parameter', (text) => jsonObject.safeParse(text)],
	['a list', (text) => textList.safeParse(text)],
	['a moment', (text) => moment.safeParse(text)],
	['a day', (text) => calendarDay.safeParse(text)],
	['a file', (text) => outcomeOf(Promise.resolve().then(() => inlineBase64(text, 'data')))],
	['a stream of events', (text) => eventsInPieces(`data: ${text}`)],
	['a reply that streams', (text) => outcomeOf(Promise.resolve(text).then(streamedReply))],
	['a document', (text) => [plainTextOf(turns(text)), markdownOf(transcript(text), turns(text))]],
];

function eventsInPieces(text: string) {
	const stream = new EventStream();
	for (let at = 0; at < text.length; at += 9) stream.read(text.slice(at, at + 9));
	return stream.end();
}

const turns = (text: string) => [{ speaker: 'A', text, start: 0, end: 1 }];
const transcript = (text: string) => ({ id: 'x', status: 'completed', text });

/** Once a night far longer ones: what copies a text at each of its signs shows only there. */
const SHORT = Number(process.env.LENGTH_OF_HOSTILE_TEXTS ?? 16_000);
/** Linear work grows by as much, quadratic work by its square. */
const TIMES = 4;
const MOST = 2.5 * TIMES;
/** Less than this is within what a processor measures by chance; work by the square takes seconds. */
const NOTHING_MS = 150 * (SHORT / 16_000);

describe.each(READERS)('%s', (_, read) => {
	test.each(HOSTILE)('of %s takes work in proportion to its length', (__, make) => {
		const [short, long] = [make(SHORT), make(SHORT * TIMES)];
		// Nearly all of them end here, without the measurements that tell a lot from too much.
		if (workOf(() => read(long), 1) <= NOTHING_MS) return;
		const most = Math.max(NOTHING_MS, MOST * workOf(() => read(short)));
		// Measured again before it counts, since whoever else uses the machine may have emptied its caches.
		const work = workOf(() => read(long));
		expect(work <= most ? 0 : workOf(() => read(long))).toBeLessThanOrEqual(most);
	});
});
