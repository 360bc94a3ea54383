import { hintFor } from '../../../../../nodes/shared/api/core/hints';

// The texts are the service's own: AssemblyAI API reference and FAQ (jobs), LLM Gateway reference (the rest).
describe('a job that ended in an error', () => {
	test.each([
		[
			'The following models are not available in this language: speaker_labels',
			/^AssemblyAI cannot tell speakers apart in this language\. Turn Speaker Labels off\.$/,
		],
		['Audio duration is too short.', /160 milliseconds/],
		[
			'language_detection cannot be performed on files with no spoken audio.',
			/no speech.*Set the language/,
		],
		[
			"detected language 'bg', confidence 0.2949, is below the requested confidence threshold value of '0.4'",
			/^Lower the confidence threshold/,
		],
		[
			'Audio speech threshold 0.9461 is below the requested speech threshold value 1.0',
			/^Lower the speech threshold/,
		],
		['Server error, developers have been alerted', /not billed/],
	])('%s', (said, hint) => {
		expect(hintFor(undefined, said)).toMatch(hint);
	});

	test('an unknown text gets no hint, since a wrong one is worse', () => {
		expect(hintFor(undefined, 'The moon is in the wrong phase')).toBeUndefined();
	});
});

describe('a refusal', () => {
	test.each([
		[401, 'Authentication error, API token missing/invalid', /API key.*region/],
		[
			401,
			'Your account does not have access to LLM Gateway. Please upgrade or contact us at support@assemblyai.com for more information.',
			/API key.*LLM Gateway/,
		],
		[
			400,
			'Your account does not have access to this LLM Gateway model',
			/another model.*Data Controls/,
		],
		[
			403,
			'provider anthropic is not enabled for this account',
			/turn its provider on.*Data Controls/,
		],
		[400, 'Turn the provider on under Data Controls to use this model', /turn its provider on/],
		[
			422,
			'Upload failed, please try again. If you continue to have issues please reach out to support@assemblyai.com',
			/empty or broken upload.*size of the file/,
		],
		[400, 'the feature is not enabled', /^Change what AssemblyAI names/],
		[400, 'model claude-9 is not supported', /Choose a model from the list/],
		[400, 'model claude-9 does not support response_format', /Change what AssemblyAI names/],
		[400, 'model context limit exceeded', /larger context/],
		[400, 'response_format is invalid: schema', /Change what AssemblyAI names/],
		[400, 'one of messages or prompt required', /Change what AssemblyAI names/],
		[400, 'fallback_config depth cannot be greater than 2', /Change what AssemblyAI names/],
		[404, 'transcript not found', /transcript ID.*region/],
		[404, 'transcript deleted', /Transcribe the recording again/],
		[
			410,
			'the model version you are trying to access has been deprecated',
			/retired.*another one from the list/,
		],
		[429, 'too many requests for this action', /limits the requests/],
		[500, 'something went wrong', /most often passes/],
		[400, 'Transcript lookup error, transcript id not found', /transcript ID.*region/],
		[
			400,
			'Your current account balance is negative. Please top up to continue using the API.',
			/Top up/,
		],
		[403, 'Cannot access uploaded file', /another API key.*Upload it again/],
		[
			400,
			'The "universal-3-pro" speech model(s) have been deprecated. Use speech_models: ["universal-3-5-pro", "universal-2"] instead.',
			/Change what AssemblyAI names/,
		],
	])('%i: %s', (status, said, hint) => {
		expect(hintFor(status, said)).toMatch(hint);
	});

	test.each([
		[400, /Change what AssemblyAI names/],
		[401, /API key/],
		[403, /too many requests/],
		[404, /URLs and the region/],
		[429, /Wait a minute/],
		[500, /most often passes/],
		[503, /most often passes/],
		[504, /most often passes/],
	])('%i without a text', (status, hint) => {
		expect(hintFor(status, '')).toMatch(hint);
	});

	test('another status without a text gets no hint', () => {
		expect(hintFor(418, '')).toBeUndefined();
	});

	test('upper and lower case make no difference', () => {
		expect(hintFor(401, 'API TOKEN MISSING/INVALID')).toBe(
			hintFor(401, 'api token missing/invalid'),
		);
	});
});
