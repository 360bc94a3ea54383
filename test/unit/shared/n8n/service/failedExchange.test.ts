import fc from 'fast-check';
import { NotSentError } from '../../../../../nodes/shared/api/core/errors';
import { failedExchange, notSent } from '../../../../../nodes/shared/n8n/service/failedExchange';

const request = { method: 'GET', url: 'https://api.test/v2/x?key=1', timeoutMs: 1 } as const;
const asIs = (text: string) => text;

const withCause = (cause: object) =>
	Object.assign(new Error('of n8n'), { cause: Object.assign(new Error('of the network'), cause) });

test.each([
	['ECONNREFUSED', 'unreachable', 'the connection was refused'],
	['ENOTFOUND', 'unreachable', 'the host name is not known'],
	['EAI_AGAIN', 'unreachable', 'the host name could not be looked up'],
	['EHOSTUNREACH', 'unreachable', 'there is no route to the host'],
	['ENETUNREACH', 'unreachable', 'there is no route to the network'],
	['CERT_HAS_EXPIRED', 'unreachable', 'its TLS certificate has expired'],
	['CERT_NOT_YET_VALID', 'unreachable', 'its TLS certificate is not valid yet'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable', 'its TLS certificate is for another host name'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable', 'its TLS certificate is not trusted'],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unreachable', 'its TLS certificate is not trusted'],
	['EPROTO', 'lost', 'no TLS connection could be made'],
	['ETIMEDOUT', 'timeout', 'no reply came in time'],
	['ECONNRESET', 'lost', 'the connection was lost'],
])('%s is told in words', (code, failure, why) => {
	for (const error of [withCause({ code }), { code }, { httpCode: code }]) {
		const told = failedExchange(error, request);
		expect(told).toMatchObject({ failure });
		expect(told.message).toBe(`No reply from AssemblyAI at https://api.test: ${why}`);
		expect(told.message).not.toContain(code);
	}
});

test('whatever is thrown, nothing of it but its code is looked at', () => {
	fc.assert(
		fc.property(fc.anything(), (thrown) => {
			const told = failedExchange(thrown, request);
			expect(told.message).toMatch(/^No reply from AssemblyAI at https:\/\/api\.test: /);
		}),
	);
});

test("n8n's own refusal is told in its words, without secrets, and cut to what one reads", () => {
	const refusal = Object.assign(new Error('hush: not allowed'), { description: 'Ask hush.' });
	const told = notSent(Object.assign(new Error('x'), { cause: refusal }), request, (text) =>
		text.replaceAll('hush', '•••'),
	);
	expect(told).toBeInstanceOf(NotSentError);
	expect(told?.message).toBe(
		'n8n did not send the request to AssemblyAI at https://api.test: •••: not allowed',
	);
	expect(told?.facts.hint).toBe('Ask •••.');
});

test('without a description there is advice all the same, and nothing is longer than one reads', () => {
	const told = notSent(withCause({ message: 'x'.repeat(9_999) }), request, asIs);
	expect(told?.message.length).toBeLessThan(400);
	expect(told?.facts.hint).toBe('Check the credential, and what n8n may reach.');
});

test.each([
	['with a code', withCause({ code: 'ECONNRESET' })],
	['with a number for its code', withCause({ code: 20 })],
	['of the network library', withCause({ isAxiosError: true })],
	['without a cause', new Error('aborted')],
	['that is none', 'aborted'],
	['with a cause that says nothing', withCause({ message: '' })],
])('an error %s may have come after the request was sent', (_, error) => {
	expect(notSent(error, request, asIs)).toBeUndefined();
});
