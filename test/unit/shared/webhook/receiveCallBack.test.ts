import { ApiError } from '../../../../nodes/shared/api/core/errors';
import { receiveCallBack, type Receiver } from '../../../../nodes/shared/webhook/receiveCallBack';
import { deliveriesIn } from '../../../../nodes/shared/webhook/deliveries';
import { UnsignedCalls } from '../../../../nodes/shared/webhook/unsignedCalls';
import { SECRET_HEADER } from '../../../../nodes/shared/webhook/secret';
import { failureOf } from '../../../support/unit/failureOf';
import {
	ID,
	jobReply,
	lost,
	refusal,
	textReply,
	timedOut,
	unreachable,
} from '../../../support/unit/replies';
import type { Step } from '../../../support/unit/services/scriptedHttp';
import { scripted } from '../../../support/unit/services/service';

const completed = { transcript_id: ID, status: 'completed' };
const failed = { transcript_id: ID, status: 'error' };
const redacted = {
	redacted_audio_url: 'https://s3.us-west-2.amazonaws.com/a.mp3',
	status: 'redacted_audio_ready',
};

const SECRET = 'hush';

function receiving(replies: Step[], receiver: Partial<Receiver> = {}) {
	const { service, http } = scripted(replies);
	const complete: Receiver = {
		service,
		secret: undefined,
		acceptsUnsigned: true,
		unsignedCalls: new UnsignedCalls(),
		deliveries: deliveriesIn([]),
		events: ['redactedAudioReady', 'transcriptCompleted', 'transcriptFailed'],
		simplify: true,
		...receiver,
	};
	const receive = async (body: unknown, secret?: string, query: Record<string, unknown> = {}) =>
		await receiveCallBack(complete, { body, secret, query });
	return { receive, http };
}

describe('a transcript', () => {
	test('is fetched, and starts the workflow as it is at AssemblyAI', async () => {
		const { receive, http } = receiving([jobReply('completed', { text: 'Hello.' })]);
		expect(await receive(completed)).toMatchObject({
			output: { transcriptId: ID, status: 'completed', text: 'Hello.' },
		});
		expect(http.requests.map(({ method, url }) => [method, url])).toEqual([
			['GET', `http://stt.test/v2/transcript/${ID}`],
		]);
	});

	test('leaves time to answer within the ten seconds that AssemblyAI waits', async () => {
		const { receive, http } = receiving([jobReply('completed')]);
		await receive(completed);
		expect(http.requests[0]?.timeoutMs).toBeLessThan(10_000);
	});

	test('that failed tells why', async () => {
		const { receive } = receiving([jobReply('error', { error: 'Download error' })]);
		expect(await receive(failed)).toMatchObject({
			output: { transcriptId: ID, status: 'error', failureReason: 'Download error' },
		});
	});

	test('is the object of the API without Simplify', async () => {
		const { receive } = receiving([jobReply('completed', { words: [] })], { simplify: false });
		expect(await receive(completed)).toEqual({
			output: { id: ID, status: 'completed', words: [], failureReason: null },
		});
	});

	test('has the query of the address, which never takes the place of a field', async () => {
		const query = { dealId: '42', status: 'hacked' };
		const { receive } = receiving([jobReply('completed')]);
		expect(await receive(completed, undefined, query)).toMatchObject({
			output: { query, transcriptId: ID, status: 'completed' },
		});
		const raw = receiving([jobReply('completed', { query: 'own' })], { simplify: false });
		expect(await raw.receive(completed, undefined, query)).toMatchObject({
			output: { query: 'own' },
		});
	});

	test.each<[string, Step, string]>([
		['is not what was said', jobReply('processing'), 'The transcript is processing, not completed'],
		['cannot be reached', unreachable(), 'The transcript could not be fetched; call again'],
		['got lost', lost(), 'The transcript could not be fetched; call again'],
		['took too long', timedOut(), 'The transcript could not be fetched; call again'],
		['met a 503', textReply(503, ''), 'The transcript could not be fetched; call again'],
		['met a 429', refusal(429, 'Too many'), 'The transcript could not be fetched; call again'],
		['was cut off', textReply(200, '{"id":'), 'The transcript could not be fetched; call again'],
	])('that %s is asked for in one more call', async (_, reply, message) => {
		const { receive, http } = receiving([reply]);
		expect(await receive(completed)).toEqual({ status: 503, message });
		expect(http.requests).toHaveLength(1);
	});

	test.each([
		refusal(400, 'Transcript lookup error, transcript id not found'),
		refusal(404, 'Not found'),
	])('that the account does not have starts nothing', async (reply) => {
		const { receive } = receiving([reply]);
		expect(await receive(completed)).toEqual({
			status: 404,
			message: "The AssemblyAI credential's account has no such transcript",
		});
	});

	test('that the API key cannot read is for the user to see', async () => {
		const { receive } = receiving([refusal(401, 'Authentication error')], { secret: SECRET });
		const error = await failureOf(receive(completed, SECRET), ApiError);
		expect(error.httpStatus).toBe(401);
	});

	test('that the API key cannot read makes no failed execution where anybody may call', async () => {
		const { receive } = receiving([refusal(401, 'Authentication error')]);
		expect(await receive(completed)).toMatchObject({ status: 503 });
	});

	test('starts the workflow once, however often AssemblyAI calls', async () => {
		const { receive, http } = receiving([jobReply('completed'), jobReply('error')]);
		expect(await receive(completed)).toHaveProperty('output');
		expect(await receive(completed)).toEqual({
			status: 200,
			message: 'This call has started the workflow before',
		});
		expect(http.requests).toHaveLength(1);
		expect(await receive(failed)).toHaveProperty('output');
	});

	test('that could not be fetched may start it at the next call', async () => {
		const { receive } = receiving([lost(), jobReply('completed')]);
		expect(await receive(completed)).toMatchObject({ status: 503 });
		expect(await receive(completed)).toHaveProperty('output');
	});
});

describe('without a secret', () => {
	test('nothing is taken unless the user says so', async () => {
		const { receive, http } = receiving([], { acceptsUnsigned: false });
		expect(await receive(completed)).toEqual({
			status: 403,
			message:
				'The AssemblyAI credential has no Webhook Secret, and Accept Calls Without Secret is off',
		});
		expect(http.requests).toEqual([]);
	});

	test('an ID that the account did not have is not looked up again for a minute', async () => {
		const { receive, http } = receiving([refusal(404, 'Not found')]);
		for (let calls = 0; calls < 3; calls++) {
			expect(await receive(completed)).toMatchObject({ status: 404 });
		}
		expect(http.requests).toHaveLength(1);
	});

	test('no more than sixty IDs are looked up in a minute', async () => {
		const { receive, http } = receiving(Array.from({ length: 60 }, () => refusal(404, 'No')));
		const answers = [];
		for (let id = 0; id < 200; id++) {
			answers.push(await receive({ transcript_id: `made-up-${id}`, status: 'completed' }));
		}
		expect(http.requests).toHaveLength(60);
		expect(answers.at(-1)).toEqual({
			status: 503,
			message: 'Too many calls without a secret in a minute; call again',
		});
	});
});

describe('redacted audio', () => {
	test('starts the workflow with its address', async () => {
		const { receive } = receiving([], { secret: SECRET });
		expect(await receive(redacted, SECRET, { dealId: '42' })).toEqual({
			output: {
				query: { dealId: '42' },
				status: 'redacted_audio_ready',
				redactedAudioUrl: 'https://s3.us-west-2.amazonaws.com/a.mp3',
			},
		});
	});

	test.each([
		'https://evil.example/a.mp3',
		'https://amazonaws.com.evil.example/a.mp3',
		'http://s3.us-west-2.amazonaws.com/a.mp3',
	])('is not believed at %s', async (url) => {
		const { receive } = receiving([], { secret: SECRET });
		const call = { ...redacted, redacted_audio_url: url };
		expect(await receive(call, SECRET)).toEqual({
			status: 403,
			message: `AssemblyAI does not keep redacted audio at ${new URL(url).host}`,
		});
	});

	test('is believed at the address of a service of one’s own', async () => {
		const { receive } = receiving([], { secret: SECRET });
		const url = 'http://stt.test/redacted/a.mp3';
		expect(await receive({ ...redacted, redacted_audio_url: url }, SECRET)).toHaveProperty(
			'output',
		);
	});

	test('is not believed without a secret, since it names no transcript', async () => {
		const { receive } = receiving([]);
		expect(await receive(redacted, 'any')).toEqual({
			status: 403,
			message:
				'Redacted audio is only believed with a Webhook Secret: set one in the AssemblyAI credential before transcribing',
		});
	});
});

describe('the secret', () => {
	test('opens', async () => {
		const { receive } = receiving([jobReply('completed')], { secret: SECRET });
		expect(await receive(completed, SECRET)).toHaveProperty('output');
	});

	test.each([undefined, '', 'hus', 'hush!', 'Hush'])('%j does not', async (secret) => {
		const { receive, http } = receiving([], { secret: SECRET });
		expect(await receive(completed, secret)).toEqual({
			status: 403,
			message: `The header ${SECRET_HEADER} does not have the Webhook Secret of the AssemblyAI credential`,
		});
		expect(http.requests).toEqual([]);
	});
});

test.each([
	undefined,
	'',
	{},
	[],
	{ transcript_id: ID },
	{ transcript_id: ID, status: 'processing' },
	{ transcript_id: '../transcript', status: 'completed' },
	{ transcript_id: '', status: 'completed' },
	{ transcript_id: 7, status: 'completed' },
	{ transcript_id: 'a'.repeat(1_000_000), status: 'completed' },
	{ redacted_audio_url: 'file:///etc/passwd', status: 'redacted_audio_ready' },
	{ redacted_audio_url: 'https://s3.us-west-2.amazonaws.com/a.mp3', status: 'completed' },
])('%.80j is no call-back', async (body) => {
	const { receive, http } = receiving([], { secret: SECRET });
	expect(await receive(body, SECRET)).toEqual({
		status: 400,
		message:
			'This is not a call-back of AssemblyAI: the JSON body must have transcript_id with the status completed or error, or redacted_audio_url with the status redacted_audio_ready',
	});
	expect(http.requests).toEqual([]);
});

test.each([
	[completed, 'transcriptFailed'],
	[failed, 'transcriptCompleted'],
	[redacted, 'transcriptCompleted'],
] as const)('%j starts nothing where %s is the only event', async (body, event) => {
	const { receive, http } = receiving([], { events: [event] });
	expect(await receive(body)).toEqual({
		status: 200,
		message: `This workflow does not start at ${body.status}`,
	});
	expect(http.requests).toEqual([]);
});
