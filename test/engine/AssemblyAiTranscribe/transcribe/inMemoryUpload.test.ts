import '../../harness/host/inMemoryBinary';
import { Workbench, sampleCall } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

test('a file that n8n keeps in memory arrives byte for byte', async () => {
	const { status, output } = await bench.transcribe([await bench.recording()]);

	expect(status).toBe('success');
	const [upload] = bench.sandbox.requestsTo('POST', '/v2/upload');
	expect(upload?.bodyBytes).toBe(sampleCall.length);
	expect(upload?.headers['content-length']).toBe(String(sampleCall.length));
	// The sandbox knows the call by the hash of its content; any other content gets a placeholder.
	expect(output[0]?.json.text).toContain('four fresh maps');
});
