import { firstDate } from './dates';
import { NEGATORS } from './lexicon';
import { firstNumber } from './numbers';
import type { Question } from './prompt';
import { matches, spokenForms, type Match } from './relevance';
import { feelingOfAll, moodOf, sentenceOfMood, type Feeling, type Mood } from './sentiment';
import { roleAskedFor, sentencesOfRole } from './speakers';
import { summarize } from './summary';
import type { Sentence } from './transcriptLines';
import { stems, words } from './words';

export interface Answer {
	index: number;
	/** False where the transcript holds nothing that fits; the other fields are then empty. */
	known: boolean;
	answer: string;
	reason: string;
	/** A sentence of the transcript, word for word. */
	quote: string;
}

/** Answers from the transcript's sentences alone, by general rules, always the same. */
export function answerQuestion(question: Question, sentences: Sentence[]): Answer {
	const found = asksForMood(question)
		? moodAnswer(question, sentences)
		: BY_TYPE[question.answer_type](question, matches(question, sentences), sentences);
	if (!found) return { index: question.index, known: false, answer: '', reason: '', quote: '' };
	return { index: question.index, known: true, ...found };
}

type Found = Pick<Answer, 'answer' | 'reason' | 'quote'> | undefined;
type Rule = (question: Question, found: Match[], sentences: Sentence[]) => Found;

const BY_TYPE: Record<Question['answer_type'], Rule> = {
	text: (question, found, sentences) =>
		fromBest(question, found[0], found[0]?.sentence.text) ?? gist(question, sentences),
	quote: (question, found) => fromBest(question, found[0], found[0]?.sentence.text),
	yesNo: (question, found) => {
		// Who asks something has not said it: a statement is the better witness.
		const match = found.find(({ sentence }) => !sentence.text.endsWith('?')) ?? found[0];
		return fromBest(question, match, match && yesOrNo(match.sentence));
	},
	number: (question, found) =>
		firstThatGives(question, found, (text) => firstNumber(text)?.toString()),
	date: (question, found) => firstThatGives(question, found, firstDate),
	list: (question, found) => {
		const best = found.slice(0, 5).map(({ sentence }) => sentence.text);
		return fromBest(question, found[0], [...new Set(best)].join('\n'));
	},
	oneOf: (question, found, sentences) => {
		const picked = pickChoices(question, found, sentences)[0];
		return picked && fromBest(question, picked.match, picked.choice);
	},
	severalOf: (question, found, sentences) => {
		const picked = pickChoices(question, found, sentences);
		const first = picked[0];
		return first && fromBest(question, first.match, picked.map(({ choice }) => choice).join('\n'));
	},
};

function fromBest(question: Question, match: Match | undefined, answer: string | undefined): Found {
	if (!match || answer === undefined || answer === '') return undefined;
	const told = match.shared.slice(0, 3).map((word) => `“${word}”`);
	const reason = `${speakerName(question, match.sentence)} speaks of this in the words ${told.join(', ')}.`;
	return { answer, reason, quote: match.sentence.text };
}

const WHAT_ABOUT = /\b(about|topics?|subject|purpose|reason|summary|summari[sz]e|main point)\b/i;

/** What all of it is about is in no single word of the question. */
function gist(question: Question, sentences: Sentence[]): Found {
	const pool = sentencesOfRole(sentences, roleAskedFor(question));
	const quote = summarize(pool, 1);
	if (quote === '' || !WHAT_ABOUT.test(question.question)) return undefined;
	const reason = 'These sentences hold most of what the conversation keeps coming back to.';
	return { answer: summarize(pool, 2), reason, quote };
}

function firstThatGives(
	question: Question,
	found: Match[],
	read: (text: string) => string | undefined,
): Found {
	const match = found.find(({ sentence }) => read(sentence.text) !== undefined);
	return fromBest(question, match, match && read(match.sentence.text));
}

function yesOrNo({ text }: Sentence): string {
	return words(text).some((word) => NEGATORS.has(word)) ? 'no' : 'yes';
}

/** Choices whose own words were said, those said most first. */
function pickChoices(question: Question, found: Match[], sentences: Sentence[]) {
	const pool = sentencesOfRole(sentences, roleAskedFor(question));
	return (question.choices ?? [])
		.flatMap((choice) => {
			const wanted = stems(choice);
			const best = pool
				.map((sentence) => {
					const shared = wanted.filter((word) => sentence.stems.includes(word));
					const bearing = found.find((match) => match.sentence === sentence)?.score ?? 0;
					const share = shared.length / Math.max(1, wanted.length);
					const score = shared.length === 0 ? 0 : share * 4 + bearing;
					return { sentence, score, shared: spokenForms(sentence, shared) };
				})
				.sort((a, b) => b.score - a.score)[0];
			return best && best.score > 0 ? [{ choice, match: best }] : [];
		})
		.sort((a, b) => b.match.score - a.match.score);
}

const MOOD_WORDS: Record<Mood, RegExp> = {
	positive: /^(very |mostly )?(positive|happy|satisfied|good)$/i,
	neutral: /^(neutral|mixed|indifferent)$/i,
	negative: /^(very |mostly )?(negative|unhappy|dissatisfied|angry|bad)$/i,
};

/** Sentiment is asked for by its choices, or by name where the answer is free. */
export function asksForMood({ question, choices, answer_type }: Question): boolean {
	if (answer_type === 'oneOf') {
		const moods = (choices ?? []).filter((choice) => moodNamed(choice) !== undefined);
		return moods.length >= 2;
	}
	return (
		answer_type === 'text' && /\b(sentiment|mood|attitude|tone|feel|feeling)\b/i.test(question)
	);
}

function moodNamed(choice: string): Mood | undefined {
	const entries: Mood[] = ['positive', 'neutral', 'negative'];
	return entries.find((mood) => MOOD_WORDS[mood].test(choice.trim()));
}

function moodAnswer(question: Question, sentences: Sentence[]): Found {
	const pool = sentencesOfRole(sentences, roleAskedFor(question));
	const feeling = feelingOfAll(pool);
	const mood = moodOf(feeling);
	const sentence = sentenceOfMood(pool, mood);
	if (!sentence) return undefined;
	const choice = (question.choices ?? []).find((candidate) => moodNamed(candidate) === mood);
	if (question.answer_type === 'oneOf' && choice === undefined) return undefined;
	const who = speakerName(question, undefined);
	const told = tellingWords(feeling, mood).map((word) => `“${word}”`);
	const counted = `${count(feeling.positive, 'warm')} and ${count(feeling.negative, 'unhappy')} expressions`;
	const such = told.length > 0 ? `, such as ${told.join(', ')}` : '';
	return {
		answer: choice ?? mood,
		reason: `${who} sounds ${mood}: ${counted}${such}.`,
		quote: sentence.text,
	};
}

/** The words that speak for a mood; both kinds for none. */
function tellingWords({ warmWords, unhappyWords }: Feeling, mood: Mood): string[] {
	if (mood === 'positive') return warmWords.slice(0, 4);
	if (mood === 'negative') return unhappyWords.slice(0, 4);
	return [...warmWords.slice(0, 2), ...unhappyWords.slice(0, 2)];
}

function count(number: number, kind: string): string {
	return `${number === 0 ? 'no' : number} ${kind}`;
}

function speakerName(question: Question, sentence: Sentence | undefined): string {
	const role = roleAskedFor(question);
	if (role) return `The ${role}`;
	return sentence?.speaker ?? 'The conversation';
}
