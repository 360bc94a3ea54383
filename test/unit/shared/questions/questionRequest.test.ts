import fc from 'fast-check';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import { sourceOfText } from '../../../../nodes/shared/gateway/source';
import { tokensOfMessages } from '../../../../nodes/shared/gateway/tokens';
import { promptMessages } from '../../../../nodes/shared/questions/questionPrompt';
import {
	indexed,
	inRequestsOf,
	plannedRequests,
	questionRequest,
	questionsPerRequest,
	type Inquiry,
} from '../../../../nodes/shared/questions/questionRequest';
import { replySchema } from '../../../../nodes/shared/questions/reply/replySchema';
import { listed } from '../../../support/unit/models';
import { question } from '../../../support/unit/questions';
import { said, ScriptedGateway } from '../../../support/unit/services/scriptedGateway';

const MODEL = 'claude-sonnet-4-6';
const settings = { model: MODEL, fallbackModels: [], maxTokens: 0, temperature: undefined };
const manyQuestions = (count: number) =>
	Array.from({ length: count }, (_, i) => question({ key: `key_${i}` }));

function inquiryOf(count: number, more: Partial<Inquiry> = {}): Inquiry {
	return {
		source: sourceOfText('It is a blue map.'),
		questions: manyQuestions(count),
		settings,
		evidence: true,
		systemPrompt: 'Be kind.',
		...more,
	};
}

test('questions have numbers from 1 on', () => {
	const [first, second] = manyQuestions(2);
	expect(indexed(manyQuestions(2))).toEqual([
		{ index: 1, question: first },
		{ index: 2, question: second },
	]);
});

test.each([true, false])('what is sent about a text, with quotes: %s', (evidence) => {
	const inquiry = inquiryOf(3, { evidence, recordingDate: '2026-11-22' });
	const asked = indexed(inquiry.questions).slice(1);
	const messages = promptMessages({
		transcript: 'It is a blue map.',
		questions: asked,
		among: inquiry.questions,
		systemPrompt: 'Be kind.',
		evidence,
		recordingDate: '2026-11-22',
	});
	expect(questionRequest(inquiry, asked)).toEqual({
		messages,
		json: true,
		format: replySchema(evidence),
		automaticTokens: 2_000,
		promptTokens: tokensOfMessages(messages),
	});
});

test('a transcript that the service puts in is named, and its tokens count', () => {
	const source = { ...sourceOfText(''), text: undefined, transcriptId: 't-1', tokens: 5_000 };
	const inquiry = inquiryOf(1, { source });
	const request = questionRequest(inquiry, indexed(inquiry.questions));
	expect(request).toMatchObject({
		transcriptId: 't-1',
		promptTokens: tokensOfMessages(request.messages) + 5_000,
	});
});

test('a text of many tokens is counted once, by the prompt that it stands in', () => {
	const source = { ...sourceOfText('It is a blue map.'), transcriptId: 't-1', tokens: 5_000 };
	const inquiry = inquiryOf(1, { source });
	const request = questionRequest(inquiry, indexed(inquiry.questions));
	expect(request.promptTokens).toBe(tokensOfMessages(request.messages));
	expect(request).not.toHaveProperty('transcriptId');
});

test.each([
	[1, undefined, 2_000],
	[6, undefined, 2_000],
	[7, undefined, 2_250],
	[40, undefined, 10_500],
	[1, 'medium', 10_000],
	[40, 'medium', 21_000],
] as const)('%i questions, effort %s: room for %i tokens', (count, reasoningEffort, tokens) => {
	const inquiry = inquiryOf(count, { settings: { ...settings, reasoningEffort } });
	expect(questionRequest(inquiry, indexed(inquiry.questions)).automaticTokens).toBe(tokens);
});

function gatewayWith(...models: unknown[]) {
	const gateway = new ScriptedGateway(() => said(''));
	gateway.models = models;
	return { session: new GatewaySession(gateway.service), requests: gateway.requests };
}

const perRequest = async (more: Partial<Inquiry['settings']>, ...models: unknown[]) =>
	await questionsPerRequest(gatewayWith(...models).session, { settings: { ...settings, ...more } });

test.each([
	[1, 1],
	[749, 1],
	[750, 1],
	[999, 1],
	[1_000, 2],
	[1_249, 2],
	[1_250, 3],
	[64_000, 254],
])('a model that writes %i tokens is asked %i questions at once', async (longest, count) => {
	expect(await perRequest({}, listed(MODEL, { longest }))).toBe(count);
});

test('what a model thinks takes room from what it answers', async () => {
	const longest = 20_000;
	expect(await perRequest({ reasoningEffort: 'medium' }, listed(MODEL, { longest }))).toBe(38);
});

test.each([
	['a limit is set by hand', { maxTokens: 1 }, [listed(MODEL, { longest: 1_000 })]],
	['the list does not tell', {}, [listed(MODEL)]],
	['only another model is listed', {}, [listed('other', { longest: 1_000 })]],
])('where %s all questions go out together', async (_, more, models) => {
	expect(await perRequest(more, ...models)).toBe(Number.POSITIVE_INFINITY);
});

test('what asking takes is known without asking', async () => {
	const { session, requests } = gatewayWith(listed(MODEL, { longest: 1_000 }));
	const inquiry = inquiryOf(5);
	const all = indexed(inquiry.questions);
	const tokens = [all.slice(0, 2), all.slice(2, 4), all.slice(4)].map(
		(asked) => questionRequest(inquiry, asked).promptTokens,
	);
	expect(await plannedRequests(session, inquiry)).toEqual({
		requests: 3,
		inputTokens: tokens.reduce((sum, one) => sum + one),
	});
	expect(requests).toEqual([]);
});

test('portions keep the order, none is too large, none is empty, and there are no more than it takes', () => {
	const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(list, fc.integer({ min: 1, max: 70 }), (all, most) => {
			const portions = inRequestsOf(all, most);
			expect(portions.flat()).toEqual(all);
			expect(portions).toHaveLength(Math.ceil(all.length / most));
			const sizes = portions.map(({ length }) => length);
			expect(Math.max(...sizes)).toBe(Math.ceil(all.length / portions.length));
			expect(Math.min(...sizes)).toBeGreaterThan(0);
		}),
	);
});

test('without a limit, or without anything to ask, there is one portion', () => {
	expect(inRequestsOf([1, 2, 3], Number.POSITIVE_INFINITY)).toEqual([[1, 2, 3]]);
	expect(inRequestsOf([], 2)).toEqual([[]]);
	expect(inRequestsOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([
		[1, 2, 3],
		[4, 5, 6],
		[7, 8, 9],
	]);
});
