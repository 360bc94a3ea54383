import { isUnverified } from '../../evidence/evidence';
import type { Source } from '../../gateway/source';
import type { AnsweredQuestion } from '../answerEntry';
import type { Question } from '../question';
import { asksWhoSaidWhat, lacksSpeakers } from './speakersMatter';

/** One sentence about the answers of a run, for whoever looks at them. */
export interface Remark {
	subject: 'quotes' | 'speakers' | 'unknown';
	message: string;
	type: 'info' | 'warning';
}

/** More would not be read. */
const MAX_KEYS_NAMED = 8;

/** Counts over all recordings of a run what a person should look at before the answers are used. */
export class AnswerReview {
	private readonly unverified = new Map<string, number>();
	private readonly unknown = new Map<string, number>();
	private readonly guessed = new Map<string, number>();

	add(answered: readonly AnsweredQuestion[], source: Source): void {
		const isGuess = lacksSpeakers(source);
		for (const { question, answer, evidence } of answered) {
			if (isUnverified(evidence)) count(this.unverified, question);
			else if (answer === null) count(this.unknown, question);
			if (isGuess && asksWhoSaidWhat(question)) count(this.guessed, question);
		}
	}

	remarks(): Remark[] {
		const { unverified, unknown, guessed } = this;
		return [
			...remark(
				unverified,
				'quotes',
				'warning',
				(keys) =>
					`Not found in the recording word for word, so look at them: the quotes for ${keys}`,
			),
			...remark(
				guessed,
				'speakers',
				'warning',
				(keys) =>
					`Speakers are not told apart in the transcript, so who said what is a guess for ${keys}. Turn on Speaker Labels in AssemblyAI Transcribe.`,
			),
			...remark(unknown, 'unknown', 'info', (keys) => `The recording does not tell: ${keys}`),
		];
	}
}

function count(counts: Map<string, number>, { key }: Question): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function remark(
	counts: Map<string, number>,
	subject: Remark['subject'],
	type: Remark['type'],
	say: (keys: string) => string,
): Remark[] {
	if (counts.size === 0) return [];
	const named = [...counts].slice(0, MAX_KEYS_NAMED);
	const keys = named
		.map(([key, times]) => (times > 1 ? `${key} (${times} times)` : key))
		.join(', ');
	const rest = counts.size - named.length;
	return [{ subject, type, message: say(rest > 0 ? `${keys} and ${rest} more` : keys) }];
}
