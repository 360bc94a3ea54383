import { createServer } from 'node:http';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { nodeOfType, readWorkflow } from '../../../tools/demo/exampleWorkflow';
import { Workbench } from '../../support/engine/workbench';
import { portOf } from '../../../sandbox/server/portOf';

const EXAMPLES = path.resolve(__dirname, '../../../examples');

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

/** Twilio as far as a recording goes: an MP3 for whoever has the account's name and password. */
async function startTwilio(recording: Buffer) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const isKnown =
			request.headers.authorization === `Basic ${Buffer.from('AC1:secret').toString('base64')}`;
		response.writeHead(isKnown ? 200 : 401, { 'content-type': 'audio/mpeg' });
		response.end(isKnown ? recording : undefined);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const close = async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	};
	return { asked, url: `http://127.0.0.1:${portOf(server)}`, close };
}

const callBack = (RecordingStatus: string, RecordingSid = 'RE1') => ({
	json: {
		body: {
			...{ AccountSid: 'AC1', CallSid: 'CA1', RecordingSid, RecordingStatus },
			RecordingUrl: 'http://elsewhere.test/RE1',
		},
	},
});

test('the example fetches a recording behind a login and fills the record', async () => {
	const twilio = await startTwilio(
		await readFile(path.join(EXAMPLES, 'recordings/map-update-call.mp3')),
	);
	const file = path.join(EXAMPLES, 'twilio-recording-to-crm.json');
	const { nodes, ...rest } = await readWorkflow(file);
	const workflow = {
		...rest,
		nodes: nodes.map((node) => ({
			...node,
			parameters: JSON.parse(
				JSON.stringify(node.parameters).replace('https://api.twilio.com', twilio.url),
			),
		})),
	};
	const result = await bench.harness.run({
		workflow,
		start: nodeOfType(workflow, 'webhook').name,
		startItems: [callBack('in-progress'), callBack('completed'), callBack('completed', 'RE/../2')],
		credentials: { ...bench.credentials(), httpBasicAuth: { user: 'AC1', password: 'secret' } },
	});
	await twilio.close();
	expect(result.error('Download from Twilio')).toBeUndefined();
	expect(twilio.asked).toEqual([
		'GET /2010-04-01/Accounts/AC1/Recordings/RE1.mp3',
		'GET /2010-04-01/Accounts/AC1/Recordings/RE%2F..%2F2.mp3',
	]);
	const [record] = result.items('CRM record');
	expect(record?.json).toEqual({
		...{ call_sid: 'CA1', recording_sid: 'RE1', transcript_id: expect.any(String) },
		...{ customer_sentiment: 'positive', yearly_price: 89 },
		customer_sentiment_quote: expect.any(String),
		reason_of_call: expect.any(String),
	});
});
