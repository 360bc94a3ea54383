import { executeContext } from '../../../../support/unit/executeContext';

import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../../../../nodes/shared/api/core/errors';
import { readParameter } from '../../../../../nodes/shared/n8n/parameters/readParameter';
import {
	readTranscriptId,
	transcriptLocator,
} from '../../../../../nodes/shared/n8n/parameters/transcriptLocator';

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	default: 50,
};
const atLeastOne = z.number({ message: 'it is not a number' }).min(1, 'it must be 1 or more');
const items = [{ json: { n: 3 } }, { json: { n: 'three' } }, { json: {} }];
const contextWith = (value: string | number) =>
	executeContext({ properties: [limit], parameters: { limit: value }, items });

test('gives the value for its item, its expression evaluated', () => {
	expect(readParameter(contextWith('={{ $json.n }}'), 0, limit, atLeastOne)).toBe(3);
	expect(readParameter(contextWith(7), 1, limit, atLeastOne)).toBe(7);
	expect(readParameter(contextWith('={{ $json.n }}'), 2, limit, atLeastOne)).toBe(50);
});

test.each([
	['={{ $json.n }}', 1, 'it is not a number'],
	['={{ 0 }}', 0, 'it must be 1 or more'],
])('%s for item %i cannot be used: %s', (value, itemIndex, why) => {
	const read = () => readParameter(contextWith(value), itemIndex, limit, atLeastOne);
	expect(read).toThrow(InputError);
	expect(read).toThrow(`The parameter Limit cannot be used: ${why}`);
});

test('says which part of a collection it is', () => {
	const options: INodeProperties = {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [limit],
	};
	const context = executeContext({
		properties: [options],
		parameters: { options: { limit: 0 } },
	});
	expect(() => readParameter(context, 0, options, z.object({ limit: atLeastOne }))).toThrow(
		'The parameter Options → Limit cannot be used: it must be 1 or more',
	);
});

describe('the transcript', () => {
	type Item = { json: { transcriptId?: string | null; id?: string | number } };
	const read = (locator: { mode: string; value: string } | undefined, item: Item) =>
		readTranscriptId(
			executeContext({
				properties: [transcriptLocator],
				parameters: locator ? { transcriptId: { __rl: true, ...locator } } : {},
				items: [item],
			}),
			0,
		);
	const byId = (value: string) => ({ mode: 'id', value });

	test.each([undefined, { mode: 'earlierNode', value: '' }])(
		'left as it is (%j), is the one that the earlier node put on the item',
		(locator) => {
			expect(read(locator, { json: { transcriptId: 't', id: 'crm' } })).toBe('t');
			expect(read(locator, { json: { id: 't' } })).toBe('t');
			expect(read(locator, { json: { transcriptId: null, id: ' t ' } })).toBe('t');
		},
	);

	test.each([{}, { id: 7 }, { transcriptId: ' ' }])('%j has none and says so', (json) => {
		expect(() => read(undefined, { json })).toThrow(
			'The earlier node gave no transcript: its item has no transcriptId',
		);
	});

	test('is taken without the blanks around it', () => {
		expect(read(byId(' 9ea68fd3 '), { json: {} })).toBe('9ea68fd3');
		expect(read({ mode: 'earlierNode', value: '={{ $json.id }}' }, { json: { id: 't' } })).toBe(
			't',
		);
	});

	// Whoever chose something else than the item's own transcript must not be handed it in silence.
	test.each([
		byId(''),
		byId('  '),
		byId('={{ $json.none }}'),
		{ mode: 'list', value: '' },
		{ mode: 'earlierNode', value: '={{ $json.none }}' },
	])('%j gives nothing and says so, although the item has one', (locator) => {
		expect(() => read(locator, { json: { transcriptId: 't' } })).toThrow(
			'The parameter Transcript cannot be used: it is empty',
		);
	});
});
