import fc from 'fast-check';
import { additionalParameters } from '../../../../../nodes/LlmGatewayAskQuestions/operations/model/additionalParameters';
import { modelOptions } from '../../../../../nodes/LlmGatewayAskQuestions/operations/model/modelFields';
import { messageOf } from '../../../../support/unit/messageOf';

test('what nobody set is not set', () => {
	const {
		modelRegion,
		reasoningEffort,
		zeroDataRetention,
		additionalParameters: more,
	} = modelOptions.parse({});
	expect([modelRegion, reasoningEffort, zeroDataRetention, more]).toEqual([
		undefined,
		undefined,
		false,
		undefined,
	]);
});

test.each(['', null])('neither is what an expression gives as %j', (nothing) => {
	const parsed = modelOptions.parse({
		additionalParameters: nothing,
		modelRegion: nothing,
		reasoningEffort: nothing,
		zeroDataRetention: nothing,
	});
	expect(parsed).toMatchObject({ additionalParameters: {}, zeroDataRetention: false });
	expect(parsed.modelRegion).toBeUndefined();
	expect(parsed.reasoningEffort).toBeUndefined();
});

test('in the region is what the service does by itself', () => {
	expect(modelOptions.parse({ modelRegion: 'inRegion' }).modelRegion).toBeUndefined();
	expect(modelOptions.parse({ modelRegion: 'global' }).modelRegion).toBe('global');
});

test.each([
	[{ modelRegion: 'eu' }, 'it must be one of: global, inRegion'],
	[{ reasoningEffort: 'maximal' }, 'it must be one of: low, medium, high'],
	[{ zeroDataRetention: 'yes' }, 'it is neither true nor false'],
	[{ additionalParameters: '[1]' }, 'it is not a JSON object'],
])('%j cannot be used', (options, message) => {
	expect(messageOf(modelOptions, options)).toBe(message);
});

describe('additional parameters', () => {
	test.each([
		[{ messages: [] }, 'messages are made by the node; remove them here'],
		[{ model: 'x' }, 'model is set by Model; remove it here'],
		[{ prompt: 'x' }, 'prompt is not sent beside messages; remove it here'],
		[
			{ stream: true },
			'stream cannot be used, since the node reads answers as a whole; remove it here',
		],
		[{ transcript_id: 'x' }, 'transcript_id is set by Transcript; remove it here'],
	])('that the node itself sets are refused: %j', (parameters, message) => {
		expect(messageOf(additionalParameters, parameters)).toBe(message);
		expect(messageOf(additionalParameters, JSON.stringify(parameters))).toBe(message);
	});

	test('never take a name for something else', () => {
		expect(messageOf(additionalParameters, '{"top_p": 1, "__proto__": {"model": "x"}}')).toBe(
			'it has the key __proto__, which would be lost',
		);
		const names = ['constructor', 'hasOwnProperty', 'prototype', 'toString', 'valueOf'];
		const typed = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
		expect(JSON.stringify(additionalParameters.parse(typed))).toBe(typed);
		const nested = '{"metadata":{"__proto__":{"a":1},"constructor":2}}';
		expect(JSON.stringify(additionalParameters.parse(nested))).toBe(nested);
	});

	test('come through as they are', () => {
		const set = ['messages', 'model', 'prompt', 'stream', 'transcript_id', '__proto__'];
		const names = fc.string().filter((name) => !set.includes(name));
		fc.assert(
			fc.property(fc.dictionary(names, fc.jsonValue()), (parameters) => {
				const typed = JSON.stringify(parameters);
				expect(JSON.stringify(additionalParameters.parse(typed))).toBe(typed);
			}),
		);
	});
});
