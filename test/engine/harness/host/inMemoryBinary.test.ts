import './inMemoryBinary';
import { EngineHarness } from '../index';
import { createFixturePackage } from './fixturePackage';

test('binary data stays in the item when the binary mode is in memory', async () => {
	const fixture = createFixturePackage();
	const harness = await EngineHarness.start({ nodes: 'dist', packageDirectory: fixture.directory });
	try {
		const data = await harness.storeBinary(Buffer.from('hello'), 'hello.txt', 'text/plain');
		expect(data.data).toBe(Buffer.from('hello').toString('base64'));
		const result = await harness.runNode({
			type: 'fixture',
			parameters: { operation: 'binary' },
			items: [{ json: {}, binary: { data } }],
			credentials: { fixtureApi: { apiKey: 'secret' } },
		});
		expect(result.output[0]?.json).toEqual({ text: 'hello', stored: false });
	} finally {
		await harness.dispose();
		fixture.remove();
	}
});
