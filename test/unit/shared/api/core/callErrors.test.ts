import { z } from 'zod';
import { call, type ApiCall } from '../../../../../nodes/shared/api/core/call';
import {
	ApiError,
	ConnectionError,
	InvalidReplyError,
	RedirectError,
} from '../../../../../nodes/shared/api/core/errors';
import { failureOf } from '../../../../support/unit/failureOf';
import { jsonReply, lost, refusal, textReply } from '../../../../support/unit/replies';
import type { Step } from '../../../../support/unit/services/scriptedHttp';
import { scripted } from '../../../../support/unit/services/service';

const count: ApiCall<unknown> = {
	purpose: 'count',
	method: 'POST',
	url: 'http://stt.test/v2/count',
	timeoutMs: 1000,
	resend: 'ifRefused',
	// Messages of our own: zod's differ between its versions 3 and 4.
	reply: z.object({ answer: z.number({ message: 'no number' }) }, { message: 'no object' }),
};

describe('what the errors say', () => {
	const errorOf = async (step: Step) =>
		await failureOf(call(scripted([step]).service, count), ApiError);

	test('what was being done, the status, and what the service said', async () => {
		const error = await errorOf(
			jsonReply({ message: 'x', metadata: { errors: ['model q is not supported'] } }, 400),
		);
		expect(error.message).toBe('AssemblyAI did not count (400: model q is not supported)');
		expect(error.facts).toMatchObject({ status: 400, hint: expect.stringContaining('model') });
	});

	test('no more of a long text than one reads', async () => {
		const { message } = await errorOf(refusal(400, 'x'.repeat(300_000)));
		expect(message).toBe(`AssemblyAI did not count (400: ${'x'.repeat(300)}…)`);
	});

	test('that a refusal had no text', async () => {
		expect((await errorOf(textReply(504, ''))).message).toBe(
			'AssemblyAI did not count (status 504 without a text)',
		);
	});

	test('that it is the key', async () => {
		const error = await errorOf(refusal(401, 'Authentication error, API token missing/invalid'));
		expect(error.message).toBe(
			'AssemblyAI did not accept the API key (401: Authentication error, API token missing/invalid)',
		);
	});

	test('the request id of the body, or else of the header', async () => {
		const headers = { 'x-request-id': 'from-header' };
		const inBody = await errorOf(jsonReply({ error: 'no', request_id: 'from-body' }, 400, headers));
		expect(inBody.facts.requestId).toBe('from-body');
		expect((await errorOf(refusal(400, 'no', headers))).facts.requestId).toBe('from-header');
	});

	test.each([
		['of another shape', jsonReply({ answer: 'many' }), '(answer: no number)'],
		['that is no JSON', textReply(200, '<html>Sign in</html>'), '(body: no object)'],
	])('that a reply is one %s', async (_, step, where) => {
		const error = await failureOf(call(scripted([step]).service, count), InvalidReplyError);
		expect(error.message).toBe(
			`AssemblyAI was asked to count and sent a reply that cannot be read ${where}`,
		);
	});

	describe('that it was sent on', () => {
		const sentOn = async (
			location: string | undefined,
			apiCall: ApiCall<unknown> = { ...count, resend: 'always' },
		) => {
			const { service, http } = scripted([
				textReply(307, '', location === undefined ? {} : { location }),
			]);
			const error = await failureOf(call(service, apiCall), RedirectError);
			expect(http.requests).toHaveLength(1);
			return { message: error.message, ...error.facts };
		};

		test('to which host, and what to enter where that one is right', async () => {
			expect(await sentOn('https://stt.test/v2/count?key=secret')).toEqual({
				message:
					'AssemblyAI did not count: http://stt.test sends on to https://stt.test (status 307), which was not followed',
				hint: expect.stringContaining(
					'enter https://stt.test as the Speech-to-Text URL of the credential',
				),
				status: 307,
			});
		});

		test.each([
			['https://other.test/proxy/v2/count', 'enter https://other.test/proxy as the Speech'],
			['//other.test:8080/v2/count', 'enter http://other.test:8080 as the Speech'],
			['https://user:word@other.test/login', 'enter https://other.test as the Speech'],
		])('to %s', async (location, hint) => {
			expect((await sentOn(location)).hint).toContain(hint);
		});

		test('by LLM Gateway', async () => {
			const ask = { ...count, url: 'http://gateway.test/v1/chat/completions' };
			expect((await sentOn('https://g.test/v1/chat/completions', ask)).hint).toContain(
				'enter https://g.test as the LLM Gateway URL',
			);
		});

		test.each([undefined, '', '/login', 'http://', 'javascript:alert(1)'])(
			'to no other host: %j',
			async (location) => {
				expect((await sentOn(location)).hint).toContain('Check the URLs of the credential');
			},
		);
	});

	test('how an unreadable reply begins', async () => {
		const { service } = scripted([textReply(200, '<html>Sign in</html>')]);
		const error = await failureOf(call(service, count), InvalidReplyError);
		expect(error.facts.hint).toBe(
			'It begins with "Sign in". Check the URLs of the credential; if they are right, try again later.',
		);
	});

	test('the error of an exchange without a reply is passed on', async () => {
		const error = lost();
		const { service } = scripted([error]);
		expect(await failureOf(call(service, count), ConnectionError)).toBe(error);
	});
});
