import { regionAt, REGIONS } from '../../../../nodes/shared/api/core/service';
import { priceOf } from '../../../../nodes/shared/api/modelPrice';
import { listModels, retirementDay } from '../../../../nodes/shared/api/models';
import { jsonReply } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

/** A model as it is after it has come over the wire. */
async function listed(more: Record<string, unknown>) {
	const [model] = await listModels(scripted([jsonReply({ data: [{ id: 'm', ...more }] })]).service);
	if (!model) throw new Error('The model was not listed');
	return model;
}

const global = { prompt: 3, completions: 15 };
const us = { prompt: 3.3, completions: 16.5 };
const eu = { prompt: '3.6', completions: '18' };

describe('the price', () => {
	test('is that of the place where the model works', async () => {
		const model = await listed({ pricing: { global, us, eu, regional_increase_percent: 50 } });
		expect(priceOf(model, 'us')).toEqual({ ...us, isLowest: false });
		expect(priceOf(model, 'eu')).toEqual({ prompt: 3.6, completions: 18, isLowest: false });
		expect(priceOf(model, 'global')).toEqual({ ...global, isLowest: false });
	});

	test('of a region without one of its own is the global one with the increase', async () => {
		const model = await listed({
			pricing: { global, us, eu: null, regional_increase_percent: 20 },
		});
		expect(priceOf(model, 'eu')).toEqual({ prompt: 3.6, completions: 18, isLowest: false });
		const free = await listed({ pricing: { global, regional_increase_percent: 0 } });
		expect(priceOf(free, 'us')).toEqual({ ...global, isLowest: false });
	});

	test('is said to be the lowest where the list or the address does not tell it', async () => {
		const lowest = { ...global, isLowest: true };
		expect(priceOf(await listed({ pricing: { global } }), 'us')).toEqual(lowest);
		const known = { global, us, regional_increase_percent: 10 };
		expect(priceOf(await listed({ pricing: known }), undefined)).toEqual(lowest);
	});

	test.each([
		['none', undefined],
		['null', null],
		['a text', 'free'],
		['one without a global price', { us }],
	])('that is %s costs nothing but itself', async (_, pricing) => {
		expect(priceOf(await listed({ pricing }), 'us')).toBeUndefined();
	});

	test.each([{ us: 'free' }, { us: { prompt: 'x', completions: 1 } }])(
		'of a region that cannot be read leaves the global one: %j',
		async (more) => {
			const model = await listed({ pricing: { global, ...more, regional_increase_percent: '?' } });
			expect(priceOf(model, 'us')).toEqual({ ...global, isLowest: true });
		},
	);
});

test.each([
	[1_806_451_200, '2027-03-31'],
	[0, undefined],
	[null, undefined],
	[undefined, undefined],
	[-1, undefined],
	[1_806_451_200_000, undefined],
	['2027-03-31', undefined],
])('a retirement date of %j is %j', async (date, day) => {
	expect(retirementDay(await listed({ retirement_date: date }))).toBe(day);
});

test('a region is known by its address, and none by any other', () => {
	expect(regionAt(REGIONS.us.llmGatewayUrl)).toBe('us');
	expect(regionAt(REGIONS.eu.llmGatewayUrl)).toBe('eu');
	expect(regionAt('http://127.0.0.1:4100')).toBeUndefined();
});
