import { Workbench } from '../../../support/engine/workbench';
import { arrivals, itemOf } from '../../../support/engine/arrivals';

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

test.each(arrivals())('%s', async (_, arrival) => {
	// What arrives is judged by the node alone: the sandbox accepts or refuses afterwards, by content.
	const result = await bench.transcribe([await itemOf(arrival)], { waitMode: 'doNotWait' });
	const error = result.error('Node');
	const told = error && `${error.message.replace(/ \[item 0\]$/, '')}. ${error.description ?? ''}`;
	expect(told).toBe(arrival.error);
	expect(
		result.output.map(({ json: { fileName, binaryPropertyName } }) => ({
			binaryPropertyName,
			fileName,
		})),
	).toEqual(arrival.chosen);
	expect(result.output.flatMap(({ json }) => json.warnings)).toEqual(
		arrival.chosen.flatMap(() => arrival.warnings),
	);
	expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toHaveLength(arrival.chosen.length);
});
