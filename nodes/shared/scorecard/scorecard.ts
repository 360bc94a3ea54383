import { mostPoints, sumOfPoints, type Scoring } from './points';

type Answer = string | number | boolean | string[] | null;

/** An answer that counts in the scorecard. */
export interface ScoredAnswer {
	key: string;
	scoring: Scoring;
	answer: Answer;
	/** Whether its quote was found in the recording. */
	verified: boolean;
}

export interface ScorecardSettings {
	/** The least percentage with which a call passes. */
	passMark: number;
	/** Whether answers give points only with a verified quote. */
	needQuote: boolean;
}

/** Points that were given and those that could have been; nothing is told where no answer is known. */
export interface Score {
	score: number;
	maxScore: number;
	percent: number | null;
	passed: boolean | null;
}

export interface Scorecard extends Score {
	passMark: number;
	/** Keys of critical questions whose answers give no points: they fail the call. */
	criticalFailed: string[];
	/** Keys of questions that the recording does not answer: they count neither way. */
	notApplicable: string[];
	sections: Record<string, Score>;
	/** What each answer gave, by key. */
	points: Record<string, number | null>;
}

/** The points that an answer gives; `null` where it is unknown. */
export function pointsOf(
	{ scoring: { points }, answer, verified }: ScoredAnswer,
	{ needQuote }: Pick<ScorecardSettings, 'needQuote'>,
): number | null {
	if (answer === null) return null;
	// Nobody can quote what was not said, so a plain "no" needs no quote.
	if (!verified && (points.by === 'quote' || (needQuote && answer !== false))) return 0;
	switch (points.by) {
		case 'quote':
			return points.value;
		case 'answer':
			return sumOfPoints(namesOf(answer).map((name) => points.values.get(name) ?? 0));
		case 'number': {
			const reached = points.steps.find(({ bound }) =>
				points.direction === 'atLeast' ? Number(answer) >= bound : Number(answer) <= bound,
			);
			return reached?.points ?? 0;
		}
	}
}

/** Adds up the points of a call. A model gives the answers, and has no say in what they are worth. */
export function scorecardOf(
	answers: readonly ScoredAnswer[],
	settings: ScorecardSettings,
): Scorecard {
	const bySection = new Map<string, ScoredAnswer[]>();
	for (const one of answers) {
		const { section } = one.scoring;
		bySection.set(section, [...(bySection.get(section) ?? []), one]);
	}
	const points = answers.map((one) => [one.key, pointsOf(one, settings)] as const);
	return {
		...scoreOf(answers, settings),
		passMark: settings.passMark,
		criticalFailed: answers.filter((one) => isFailed(one, settings)).map(({ key }) => key),
		notApplicable: points.flatMap(([key, given]) => (given === null ? [key] : [])),
		sections: Object.fromEntries(
			[...bySection].map(([section, own]) => [section, scoreOf(own, settings)]),
		),
		points: Object.fromEntries(points),
	};
}

function scoreOf(answers: readonly ScoredAnswer[], settings: ScorecardSettings): Score {
	const known = answers.filter(({ answer }) => answer !== null);
	const score = sumOfPoints(known.map((one) => pointsOf(one, settings) ?? 0));
	const maxScore = sumOfPoints(known.map(({ scoring }) => mostPoints(scoring.points)));
	if (maxScore === 0) return { score, maxScore, percent: null, passed: null };
	const percent = rounded((score / maxScore) * 100);
	return {
		score,
		maxScore,
		percent,
		passed: percent >= settings.passMark && !known.some((one) => isFailed(one, settings)),
	};
}

function isFailed(one: ScoredAnswer, settings: ScorecardSettings): boolean {
	return one.scoring.critical && pointsOf(one, settings) === 0;
}

const rounded = (percent: number): number => Math.round(percent * 10) / 10;

function namesOf(answer: Exclude<Answer, null>): string[] {
	if (Array.isArray(answer)) return answer;
	if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
	return [String(answer)];
}
