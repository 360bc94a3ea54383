import { executeContext } from '../../../../support/unit/executeContext';

import type { INodeProperties } from 'n8n-workflow';
import {
	chosenOperation,
	operationProperties,
	type NodeOperation,
} from '../../../../../nodes/shared/n8n/items/nodeOperations';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	...{ displayName: name, name, type: 'string', default: '' },
	...more,
});
const operation = (value: string, resource?: string, fields = [field('id')]): NodeOperation => ({
	...(resource && { resource }),
	...{ value, name: value.toUpperCase(), description: '', action: value, fields },
	run: async () => async () => [],
});
const get = operation('get', 'transcript', [
	field('id', { displayOptions: { show: { mode: ['id'] }, hide: { all: [true] } } }),
]);
const transcribe = operation('transcribe', 'audio');
const erase = operation('delete', 'transcript');
const resourceField = field('resource', { default: 'audio' });

describe('the parameters of all operations', () => {
	const properties = operationProperties([transcribe, get, erase]);

	test('begin with one selector per resource, its first operation chosen, in order of names', () => {
		const selectors = properties.filter(({ name }) => name === 'operation');
		expect(
			selectors.map(({ default: chosen, displayOptions, options }) => [
				displayOptions,
				chosen,
				options?.map(({ name }) => name),
			]),
		).toEqual([
			[{ show: { resource: ['audio'] } }, 'transcribe', ['TRANSCRIBE']],
			[{ show: { resource: ['transcript'] } }, 'get', ['DELETE', 'GET']],
		]);
		expect(properties.slice(0, 2)).toEqual(selectors);
	});

	test("show a field for its operation only, besides the field's own conditions", () => {
		expect(properties.slice(2).map(({ displayOptions }) => displayOptions)).toEqual([
			{ show: { resource: ['audio'], operation: ['transcribe'] } },
			{
				show: { mode: ['id'], resource: ['transcript'], operation: ['get'] },
				hide: { all: [true] },
			},
			{ show: { resource: ['transcript'], operation: ['delete'] } },
		]);
	});

	test('have no word of a resource on a node without', () => {
		const [selector, id] = operationProperties([operation('ask')]);
		expect(selector).not.toHaveProperty('displayOptions');
		expect(id?.displayOptions).toEqual({ show: { operation: ['ask'] } });
	});
});

describe('the chosen operation', () => {
	const choose = (operations: NodeOperation[], parameters: Record<string, string>) =>
		chosenOperation(
			executeContext({
				properties: [resourceField, ...operationProperties(operations)],
				parameters,
			}),
			operations,
		);

	test('is that of its resource', () => {
		const other = operation('get', 'audio');
		expect(choose([other, get], { resource: 'transcript', operation: 'get' })).toBe(get.run);
		expect(choose([other, get], { resource: 'audio', operation: 'get' })).toBe(other.run);
	});

	test('needs no resource where there is none', () => {
		const ask = operation('ask');
		expect(choose([ask], { operation: 'ask' })).toBe(ask.run);
	});

	test('that is not there is a fault', () => {
		expect(() => choose([transcribe], { resource: 'audio', operation: 'sing' })).toThrow(
			'This node does not have the chosen operation',
		);
	});
});
