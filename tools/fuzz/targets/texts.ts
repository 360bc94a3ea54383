import fc from 'fast-check';
import { pastedUrl } from '../../../nodes/shared/api/pastedUrl';
import { isPrivate } from '../../../nodes/shared/api/privateHost';
import { isNamedLikeMedia, judgeMedia } from '../../../nodes/shared/audio/mediaFiles';
import { hasMediaSignature } from '../../../nodes/shared/audio/signature';
import { EvidenceFinder, wordsOfText } from '../../../nodes/shared/evidence/evidence';
import {
	fencedCalls,
	fencedTranscript,
	withoutMarkup,
	withoutTag,
} from '../../../nodes/shared/gateway/fence';
import { jsonIn } from '../../../nodes/shared/gateway/jsonInText';
import { withoutThoughts } from '../../../nodes/shared/gateway/thoughts';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { readQuestions } from '../../../nodes/shared/questions/list/questionList';
import { questionsJson } from '../../../nodes/shared/questions/list/questionsJson';
import { ANSWER_TYPES } from '../../../nodes/shared/questions/question';
import { readTogether } from '../../../nodes/shared/acrossCalls/together/readTogether';
import { readCutOffReply, readReply } from '../../../nodes/shared/questions/reply/readReply';
import { readAnswer } from '../../../nodes/shared/questions/values/answerValue';
import { readPoints } from '../../../nodes/shared/scorecard/readPoints';
import { question } from '../../../test/support/unit/questions';
import { anyJson, asBody, changed, hostileText } from '../inputs';
import { expectForPeople, expectOwnError, expectPlain, inTime, Violation } from '../invariants';
import type { Target } from '../target';

/** What never fails, whatever it reads. */
function reader<T>(name: string, input: fc.Arbitrary<T>, read: (given: T) => unknown): Target {
	return {
		name,
		property: fc.asyncProperty(input, async (given) =>
			expectPlain(await inTime(() => read(given))),
		),
	};
}

const entry = { index: 1, known: true, answer: 'a', reason: 'r', quote: 'q' };
const rows = [
	...['What was said?', { question: 'Which?', answer_options: ['a', 'b'], points: 'a=1' }],
	{ question: 'How much?', answerType: 'number', Context: 'x', points: '>=8=10', critical: 'yes' },
];
const choices = ['yes', 'no', '__proto__', 'constructor'];

const questionLists: Target = {
	name: 'a list of questions',
	property: fc.asyncProperty(fc.oneof(changed(rows), asBody(rows)), async (given) => {
		const list = questionsJson.safeParse(given);
		if (!list.success) {
			for (const { message } of list.error.issues) expectForPeople(message);
			return;
		}
		const read = await inTime(
			async () => await outcomeOf(Promise.resolve().then(() => readQuestions(list.data))),
		);
		if (read.ok) return;
		expectOwnError(read.error);
		expectForPeople(read.error instanceof Error ? read.error.message : '');
	}),
};

const links: Target = {
	name: 'a link',
	property: fc.asyncProperty(
		fc.oneof(
			hostileText,
			hostileText.map((text) => `https://drive.google.com/${text}`),
			anyJson,
		),
		async (given) => {
			const link = await inTime(() => pastedUrl.safeParse(given));
			if (link.success) {
				// Whatever is taken can be asked for, and can be judged.
				if (!/^https?:$/.test(new URL(link.data.url).protocol)) throw new Violation(link.data.url);
				isPrivate(link.data.url);
			} else {
				for (const { message } of link.error.issues) expectForPeople(message);
			}
		},
	),
};

export const textTargets: Target[] = [
	reader('what a model says', asBody({ answers: [entry, { ...entry, index: 2 }] }), (text) => [
		...[readReply(text), readCutOffReply(text), jsonIn(text), withoutThoughts(text)],
	]),
	reader(
		'what a model puts together',
		asBody({ answer: 'It is.', themes: [{ title: 'Map', entries: [1], quotes: [1] }] }),
		(text) => readTogether(text),
	),
	reader(
		'an answer',
		fc.tuple(
			fc.constantFrom(...ANSWER_TYPES),
			fc.oneof(hostileText, fc.array(hostileText, { maxLength: 4 })),
		),
		([answerType, answer]) => readAnswer(question({ answerType, choices }), answer),
	),
	reader('a quote', fc.tuple(hostileText, hostileText), ([said, quote]) =>
		new EvidenceFinder(wordsOfText(`${said} the map is good ${quote}`)).find(quote),
	),
	reader('a transcript behind marks', hostileText, (text) => [
		...[fencedTranscript(text), fencedCalls(text), withoutMarkup(text), withoutTag(text)],
	]),
	questionLists,
	reader('points', fc.oneof(hostileText, anyJson), (value) => {
		const points = [
			readPoints(value, { kind: 'yesNo' }),
			readPoints(value, { kind: 'choices', choices, areTogether: true }),
			readPoints(value, { kind: 'number' }),
			readPoints(value, { kind: 'open' }),
		];
		for (const said of points) if (typeof said === 'string') expectForPeople(said);
	}),
	reader(
		'the head of a file',
		fc.oneof(
			fc.uint8Array({ maxLength: 600 }),
			fc
				.tuple(
					fc.constantFrom('RIFF', 'ID3', 'OggS', 'fLaC', '\u001aEß£', '    ftyp'),
					fc.uint8Array(),
				)
				.map(([mark, rest]) => Uint8Array.from([...Buffer.from(mark, 'latin1'), ...rest])),
		),
		hasMediaSignature,
	),
	reader(
		'the name of a file',
		fc.record({ mimeType: hostileText, fileName: hostileText, fileExtension: hostileText }),
		(file) => [judgeMedia(file), isNamedLikeMedia(file)],
	),
	links,
];
