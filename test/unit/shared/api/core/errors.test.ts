import {
	ApiError,
	AssemblyAiError,
	CanceledError,
	ConnectionError,
	HaltedError,
	InputError,
	InvalidReplyError,
	TranscriptFailedError,
	WaitTimeoutError,
} from '../../../../../nodes/shared/api/core/errors';

test('facts added on the way up complete what an error knows and replace none of it', () => {
	const error = new AssemblyAiError('m', { hint: 'own', requestId: undefined });
	error.addFacts({ hint: 'later', requestId: 'r', transcriptId: 't' });
	expect(error.facts).toEqual({ hint: 'own', requestId: 'r', transcriptId: 't' });
});

test('an API error tells its HTTP status to the user as well', () => {
	const error = new ApiError('m', { httpStatus: 429, said: 'slow down', retryAfterMs: 1000 });
	expect(error).toMatchObject({ httpStatus: 429, said: 'slow down', retryAfterMs: 1000 });
	expect(error.facts).toEqual({ status: 429 });
});

test.each([
	[new ApiError('m', { httpStatus: 400, said: '' }), 'ApiError'],
	[new CanceledError('m'), 'CanceledError'],
	[new ConnectionError('m', 'lost'), 'ConnectionError'],
	[new HaltedError('m'), 'HaltedError'],
	[new InputError('m'), 'InputError'],
	[new InvalidReplyError('m'), 'InvalidReplyError'],
	[new TranscriptFailedError('m'), 'TranscriptFailedError'],
	[new WaitTimeoutError('m'), 'WaitTimeoutError'],
])('%s is one of ours and goes by its own name', (error, name) => {
	expect(error).toBeInstanceOf(AssemblyAiError);
	expect(error.name).toBe(name);
	expect(error.message).toBe('m');
});
