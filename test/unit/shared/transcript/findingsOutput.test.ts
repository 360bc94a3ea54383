import { findingsOutput } from '../../../../nodes/shared/transcript/findingsOutput';

test('topics and sensitive content come as lists, the surest first', () => {
	expect(
		findingsOutput({
			iab_categories: true,
			iab_categories_result: { status: 'success', summary: { Cars: 0.4, 'Travel>Roads': 0.9 } },
			content_safety: true,
			content_safety_labels: {
				status: 'success',
				summary: { disasters: 0.8, alcohol: 0.9 },
				severity_score_summary: { disasters: { low: 0.1, medium: 0.2, high: 0.7 } },
			},
		}),
	).toEqual({
		topics: [
			{ topic: 'Travel>Roads', relevance: 0.9 },
			{ topic: 'Cars', relevance: 0.4 },
		],
		contentSafety: [
			{ label: 'alcohol', confidence: 0.9, severity: null },
			{ label: 'disasters', confidence: 0.8, severity: { low: 0.1, medium: 0.2, high: 0.7 } },
		],
	});
});

test('findings that the service returns unasked are left out', () => {
	expect(
		findingsOutput({
			iab_categories: false,
			iab_categories_result: { status: 'unavailable', results: [], summary: {} },
			content_safety: null,
			content_safety_labels: { status: 'unavailable', summary: {} },
			entities: [],
		}),
	).toEqual({});
});

test.each([null, 'a text', [1, 2], 7])(
	'a paid transcript is not lost over findings of another shape (%j)',
	(odd) => {
		expect(
			findingsOutput({
				auto_highlights: true,
				auto_highlights_result: odd,
				content_safety: true,
				content_safety_labels: { summary: odd, severity_score_summary: odd },
				entity_detection: true,
				entities: odd,
				iab_categories: true,
				iab_categories_result: { summary: odd },
				sentiment_analysis: true,
				sentiment_analysis_results: odd,
			}),
		).toEqual({
			contentSafety: null,
			entities: null,
			highlights: null,
			sentimentAnalysis: null,
			topics: null,
		});
	},
);
