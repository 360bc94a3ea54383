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
	const told = error.knowing({ hint: 'later', requestId: 'r', transcriptId: 't' });
	expect(told.facts).toEqual({ hint: 'own', requestId: 'r', transcriptId: 't' });
});

test('an error that ends many items knows of each only what is its own', () => {
	const error = new ApiError('m', { httpStatus: 500, said: 'no' });
	const [one, other] = ['a', 'b'].map((transcriptId) => error.knowing({ transcriptId }));
	expect([one?.facts.transcriptId, other?.facts.transcriptId]).toEqual(['a', 'b']);
	expect(error.facts.transcriptId).toBeUndefined();
	expect(other).toBeInstanceOf(ApiError);
	expect(other).toMatchObject({
		message: 'm',
		name: 'ApiError',
		httpStatus: 500,
		stack: error.stack,
	});
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
	[new TranscriptFailedError('m', 'said'), 'TranscriptFailedError'],
	[new WaitTimeoutError('m'), 'WaitTimeoutError'],
])('%s is one of ours and goes by its own name', (error, name) => {
	expect(error).toBeInstanceOf(AssemblyAiError);
	expect(error.name).toBe(name);
	expect(error.message).toBe('m');
});
