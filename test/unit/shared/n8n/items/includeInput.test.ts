import { executeContext } from '../../../../support/unit/executeContext';

import { includeInput } from '../../../../../nodes/shared/n8n/items/includeInput';

const file = (data: string) => ({ data, mimeType: 'audio/mpeg' });
const context = executeContext({
	items: [
		{ json: { id: 7, text: 'old' }, binary: { call: file('a'), data: file('b') } },
		{ json: { id: 8 } },
	],
});

test("keeps the input's fields and files; on a collision the node's own stay", () => {
	const output = { json: { text: 'new' }, binary: { data: file('c') } };
	expect(includeInput(context, 0, output)).toEqual({
		json: { id: 7, text: 'new' },
		binary: { call: file('a'), data: file('c') },
	});
});

test('adds no files where there are none', () => {
	expect(includeInput(context, 1, { json: { text: 'new' } })).toEqual({
		json: { id: 8, text: 'new' },
	});
	expect(includeInput(context, 5, { json: { text: 'new' } })).toEqual({ json: { text: 'new' } });
});

test('leaves the input as it was', () => {
	includeInput(context, 0, { json: { text: 'new' } });
	expect(context.getInputData()[0]?.json).toEqual({ id: 7, text: 'old' });
});
