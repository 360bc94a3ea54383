import fc from 'fast-check';
import { parseJson, readErrorText } from '../../../../../nodes/shared/api/core/errorText';
import { jsonReply, textReply } from '../../../../support/unit/replies';

test('speech-to-text says it under `error`', () => {
	expect(readErrorText(jsonReply({ error: 'format_text must be a Boolean' }, 400))).toEqual({
		said: 'format_text must be a Boolean',
		requestId: undefined,
	});
});

test("the Gateway's authentication stage adds a request id", () => {
	const body = {
		error: 'Authentication error, API token missing/invalid',
		status: 'error',
		request_id: 'req_000',
	};
	expect(readErrorText(jsonReply(body, 401))).toEqual({
		said: 'Authentication error, API token missing/invalid',
		requestId: 'req_000',
	});
});

test('the Gateway says the useful part under `metadata.errors`', () => {
	const body = {
		code: 400,
		message: 'invalid request body',
		request_id: 'req_789',
		metadata: { errors: ["'model' is required", 'max_tokens must be at least 1'] },
	};
	expect(readErrorText(jsonReply(body, 400))).toEqual({
		said: "'model' is required; max_tokens must be at least 1",
		requestId: 'req_789',
	});
});

test.each([
	['no metadata', {}],
	['empty metadata', { metadata: {} }],
	['metadata without errors', { metadata: { errors: [] } }],
	['metadata that is null', { metadata: null }],
	['errors that are null', { metadata: { errors: null } }],
])('with %s the message is all there is', (_, more) => {
	expect(readErrorText(jsonReply({ message: 'transcript not found', ...more }, 404)).said).toBe(
		'transcript not found',
	);
});

test("the Gateway's older envelope has an object under `error`", () => {
	const body = { error: { code: 400, message: 'model x is not supported' }, request_id: null };
	expect(readErrorText(jsonReply(body, 400))).toEqual({
		said: 'model x is not supported',
		requestId: undefined,
	});
});

test('an older envelope without a message falls back to the outer one', () => {
	expect(readErrorText(jsonReply({ error: { code: 1 }, message: 'outer' }, 400)).said).toBe(
		'outer',
	);
});

test('plain text is what it says', () => {
	expect(readErrorText(textReply(422, ' Upload failed,\n please try again. ')).said).toBe(
		'Upload failed, please try again.',
	);
});

test('a web page is shown without its tags, scripts and styles', () => {
	const page =
		'<html><head><title>502 Bad Gateway</title><style>h1 { color: red }</style>' +
		'<script>track("x < y")</script></head><body><h1>Bad Gateway</h1><hr>nginx</body></html>';
	expect(readErrorText(textReply(502, page)).said).toBe('502 Bad Gateway Bad Gateway nginx');
});

test('a long text is cut', () => {
	const { said } = readErrorText(textReply(500, 'word '.repeat(1000)));
	expect(said).toHaveLength(301);
	expect(said.endsWith('…')).toBe(true);
});

test.each(['', '  \n', '{}', '<html></html>'])('%j says nothing', (text) => {
	expect(readErrorText(textReply(503, text)).said).toBe('');
});

test.each(['null', '[]', '42', '"oops"', '{"error":42}', '{"metadata":{"errors":[{}]}}'])(
	'JSON of another shape, %s, is shown as it came',
	(text) => {
		expect(readErrorText(textReply(500, text)).said).toBe(text);
	},
);

test('of a reply without end only the beginning is looked at', () => {
	expect(readErrorText(textReply(200, `${'<br>'.repeat(25_000)}the end`)).said).toBe('');
});

test('parseJson gives the value, or undefined for what is no JSON', () => {
	expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
	expect(parseJson('<html>')).toBeUndefined();
	expect(parseJson('')).toBeUndefined();
});

test('whatever a reply holds, reading it does not throw and gives a text', () => {
	const anyBody = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc
			.record(
				{
					error: fc.oneof(fc.string(), fc.record({ message: fc.anything() }), fc.anything()),
					message: fc.anything(),
					request_id: fc.anything(),
					metadata: fc.oneof(fc.record({ errors: fc.anything() }), fc.anything()),
				},
				{ requiredKeys: [] },
			)
			.map((body) => JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? 0 : value))),
		fc.string().map((text) => `<p>${text}</p>`),
	);
	fc.assert(
		fc.property(anyBody, (text) => {
			const { said, requestId } = readErrorText(textReply(500, text));
			expect(typeof said).toBe('string');
			expect(requestId === undefined || typeof requestId === 'string').toBe(true);
		}),
	);
});
