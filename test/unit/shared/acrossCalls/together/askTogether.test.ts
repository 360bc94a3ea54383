import { askTogether } from '../../../../../nodes/shared/acrossCalls/together/askTogether';
import { unitsOfCalls } from '../../../../../nodes/shared/acrossCalls/together/entry';
import {
	togetherMessages,
	togetherSchema,
} from '../../../../../nodes/shared/acrossCalls/together/togetherPrompt';
import { InvalidReplyError } from '../../../../../nodes/shared/api/core/errors';
import { GatewaySession } from '../../../../../nodes/shared/gateway/gatewaySession';
import { answeredCalls } from '../../../../support/unit/answeredCalls';
import { failureOf } from '../../../../support/unit/failureOf';
import { listed } from '../../../../support/unit/models';
import { question } from '../../../../support/unit/questions';
import {
	json,
	said,
	ScriptedGateway,
	type Reply,
} from '../../../../support/unit/services/scriptedGateway';
import { saidTogether } from '../../../../support/unit/togetherModel';

const MODEL = 'claude-sonnet-4-6';
const asked = question({ question: 'What is wrong?' });
const calls = answeredCalls([{ answer: 'The price' }, { answer: 'The wait' }]);
const units = unitsOfCalls(calls, 0);

function together(replies: Reply[], effort?: 'low') {
	const gateway = new ScriptedGateway((_, number) => replies[number - 1] ?? 'lost');
	gateway.models = [listed(MODEL, { parameters: ['response_format', 'reasoning'] })];
	const settings = { model: MODEL, fallbackModels: [], maxTokens: 0, reasoningEffort: effort };
	const inquiry = { question: asked, settings, systemPrompt: 'Be kind.' };
	return {
		work: askTogether(new GatewaySession(gateway.service), inquiry, units),
		requests: gateway.requests,
	};
}

const price = { title: 'Price', entries: [1] };
const strange = { title: 'Strange', entries: [9] };
const tracedPrice = { title: 'Price', calls: [0], quotes: [] };
const fault = 'the theme "Strange" names 9, which was not given';

test('one request, in the form that is read, with room for what may be named', async () => {
	const { work, requests } = together([saidTogether([price])]);
	expect(await work).toEqual({
		answer: 'All of it.',
		themes: [tracedPrice],
		faults: [],
		models: [MODEL],
	});
	expect(requests).toMatchObject([
		{
			model: MODEL,
			messages: togetherMessages(asked, units, 'Be kind.'),
			max_tokens: 1_512,
			response_format: { type: 'json_schema', json_schema: togetherSchema },
		},
	]);
});

test('a model that thinks has room for that as well', async () => {
	const { work, requests } = together([saidTogether([price])], 'low');
	await work;
	expect(requests[0]?.max_tokens).toBe(3_512);
});

test('an answer without any theme is one', async () => {
	const { work, requests } = together([saidTogether([])]);
	expect(await work).toMatchObject({ answer: 'All of it.', themes: [], faults: [] });
	expect(requests).toHaveLength(1);
});

test.each([
	['what cannot be traced', [saidTogether([price, strange]), saidTogether([price], 'Better.')]],
	['no answer', [saidTogether([price], ''), saidTogether([price], 'Better.')]],
	['nothing that can be read', [said('Well'), saidTogether([price], 'Better.')]],
	['nothing at all', [said(''), saidTogether([price], 'Better.')]],
])('where a model gives %s it is asked once more', async (_, replies) => {
	const { work, requests } = together(replies);
	expect(await work).toEqual({
		answer: 'Better.',
		themes: [tracedPrice],
		faults: [],
		models: [MODEL],
	});
	expect(requests).toHaveLength(2);
});

test.each([
	['fewer themes', [price, strange], [strange], 'First.'],
	['as many', [price, strange], [price, strange], 'Second.'],
	['more', [strange], [price, strange], 'Second.'],
])('of two that are not quite right, the second with %s', async (_, first, second, answer) => {
	const { work } = together([saidTogether(first, 'First.'), saidTogether(second, 'Second.')]);
	expect(await work).toEqual({ answer, themes: [tracedPrice], faults: [fault], models: [MODEL] });
});

test('one that is not quite right is better than one that cannot be read', async () => {
	const { work } = together([saidTogether([price, strange]), said('Well')]);
	expect(await work).toMatchObject({ themes: [tracedPrice], faults: [fault] });
	const { work: other } = together([said('Well'), saidTogether([price, strange])]);
	expect(await other).toMatchObject({ themes: [tracedPrice], faults: [fault] });
});

test('two without an answer are none, and their themes hold', async () => {
	const { work } = together([saidTogether([price], ' '), saidTogether([price], '')]);
	expect(await work).toEqual({ answer: null, themes: [tracedPrice], faults: [], models: [MODEL] });
});

test.each([
	[
		['Well', 'I think so.'],
		`The model ${MODEL} did not answer in the form asked for, also when asked again: it said "I think so." instead of JSON`,
		'Choose a model with reliable answer types, make the choices or the answer type wider, or run the item again.',
	],
	[
		['Well', ' '],
		`The model ${MODEL} gave an empty answer, also when asked again`,
		'Run the item again, or choose another model.',
	],
])('what cannot be used twice is told: %j', async (texts, message, hint) => {
	const { work, requests } = together(texts.map((text) => said(text)));
	const error = await failureOf(work, InvalidReplyError);
	expect([error.message, error.facts]).toEqual([message, { requestId: 'request-1', hint }]);
	expect(requests).toHaveLength(2);
});

test('a reply that was cut off is not asked for again', async () => {
	const { work, requests } = together([said('{"answer":"All', 'length')]);
	const error = await failureOf(work, InvalidReplyError);
	expect(error.message).toBe(`The answer of the model ${MODEL} was cut off after 5 tokens`);
	expect(requests).toHaveLength(1);
});

test('nor is one that a model declines', async () => {
	const declined = json(200, {
		model: MODEL,
		choices: [{ message: { content: null, refusal: 'I cannot do that.' } }],
	});
	const { work, requests } = together([declined]);
	const error = await failureOf(work, InvalidReplyError);
	expect(error.message).toBe(`The model ${MODEL} declined to answer: I cannot do that.`);
	expect(requests).toHaveLength(1);
});
