import { readable } from '../../values';
import type { Question } from '../question';

/** One section for all that read as the same, under the name that comes first: "Manner", "manner" and "MANNER ". */
export function withSectionsJoined(questions: readonly Question[]): Question[] {
	const names = new Map<string, string>();
	return questions.map((question) => {
		const { scoring } = question;
		if (!scoring) return question;
		const read = readable(scoring.section);
		const section = names.get(read) ?? scoring.section;
		names.set(read, section);
		return { ...question, scoring: { ...scoring, section } };
	});
}
