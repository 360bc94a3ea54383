import { mostPoints } from '../scorecard/points';
import { scorecardOf, type ScoredAnswer, type ScorecardSettings } from '../scorecard/scorecard';
import type { AnsweredQuestion } from './answerEntry';
import type { Fields } from '../values';

/** What a scorecard adds to the output; nothing where no question has points. */
interface ScorecardPart {
	ofRecording: Fields;
	/** For a row beside others, so all rows have the same columns. */
	ofRow(one: AnsweredQuestion): Fields;
	ofDetail(one: AnsweredQuestion): Fields;
}

const NOTHING: ScorecardPart = { ofRecording: {}, ofRow: () => ({}), ofDetail: () => ({}) };

/** The score of a recording, and that of each of its questions. */
export function scorecardPart(
	answered: readonly AnsweredQuestion[],
	settings: ScorecardSettings,
): ScorecardPart {
	const scored = answered.flatMap(scoredAnswer);
	if (scored.length === 0) return NOTHING;
	const scorecard = scorecardOf(scored, settings);
	const ofDetail = ({ question: { key, scoring } }: AnsweredQuestion): Fields => {
		if (!scoring) return {};
		const { section, critical, points } = scoring;
		const given = scorecard.points[key] ?? null;
		return { section, critical, points: given, maxPoints: mostPoints(points) };
	};
	const unscored = { section: null, critical: null, points: null, maxPoints: null };
	return {
		ofRecording: { scorecard },
		ofRow: (one) => ({ ...unscored, ...ofDetail(one) }),
		ofDetail,
	};
}

function scoredAnswer({ question, answer, evidence }: AnsweredQuestion): ScoredAnswer[] {
	const { key, scoring } = question;
	return scoring ? [{ key, scoring, answer, verified: evidence.verified }] : [];
}
