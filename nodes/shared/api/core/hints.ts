import { isProviderOff } from './providerOff';

/**
 * What a user can do about a text of the service. Matched in order on the lower-cased text: the service has
 * no error codes of its own, only sentences.
 */
const HINTS: ReadonlyArray<[part: string, hint: string]> = [
	[
		'token missing/invalid',
		'Check the API key in the credential, and that its region is the one of your AssemblyAI project.',
	],
	[
		'not available in this language: speaker_labels',
		'AssemblyAI cannot tell speakers apart in this language. Turn Speaker Labels off.',
	],
	[
		'upload failed, please try again',
		'AssemblyAI answers so to an empty or broken upload. Check the size of the file in the output of the earlier node, then run the item again.',
	],
	['too short', 'A recording must be at least 160 milliseconds long.'],
	[
		'no spoken audio',
		'The recording has no speech. Set the language instead of detecting it if silent recordings are to be accepted.',
	],
	[
		'speech threshold',
		'Lower the speech threshold, or leave it out to accept recordings with little speech.',
	],
	['confidence threshold', 'Lower the confidence threshold, or set the language of the recording.'],
	['balance is negative', 'Top up the AssemblyAI account, then run again.'],
	[
		'transcript id not found',
		'Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
	],
	[
		'transcript not found',
		'Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
	],
	[
		"must have a status of 'completed'",
		'Wait until the transcript is finished: fetch it with the operation Get first, with the wait mode Wait Until Finished.',
	],
	[
		'transcription is still in progress',
		'Wait until the transcript is finished: fetch it with the operation Get first, with the wait mode Wait Until Finished.',
	],
	[
		'a redacted audio file for this transcript',
		'Transcribe the recording with Redact PII and Redact PII Audio in Privacy Options. The file is kept for 24 hours.',
	],
	[
		'transcript deleted',
		'The transcript was deleted at AssemblyAI. Transcribe the recording again.',
	],
	[
		'does not have access to this llm gateway model',
		'Choose another model, or upgrade the AssemblyAI account: free accounts may use few models. Some providers are off until they are turned on in the dashboard, under Data Controls.',
	],
	[
		'does not have access to llm gateway',
		'Check the API key in the credential; the LLM Gateway also needs an account that may use it.',
	],
	[
		'is not supported',
		'Choose a model from the list: it shows what the region of the credential offers.',
	],
	['has been deprecated', 'This model was retired. Choose another one from the list.'],
	[
		'context limit exceeded',
		'The transcript is too long for this model. Choose a model with a larger context.',
	],
	['cannot access uploaded file', 'The file was uploaded with another API key. Upload it again.'],
	[
		'server error, developers have been alerted',
		'This is a fault at AssemblyAI. Run the item again: a failed transcript is not billed.',
	],
];

const HINTS_BY_STATUS: Readonly<Record<number, string>> = {
	400: 'Change what AssemblyAI names in its answer; everything else about the request was fine.',
	401: 'Check the API key in the credential, and that its region is the one of your AssemblyAI project.',
	403: 'Check the API key in the credential. AssemblyAI also answers 403 when an account sends too many requests.',
	404: 'Check the URLs and the region of the credential.',
	429: 'AssemblyAI limits the requests of an account. Wait a minute, or process fewer items at a time.',
};

const PROVIDER_OFF =
	'Choose another model, or turn its provider on in the AssemblyAI dashboard, under Data Controls.';

/** The advice that fits what the service said, or else its HTTP status. */
export function hintFor(status: number | undefined, said: string): string | undefined {
	if (isProviderOff(said)) return PROVIDER_OFF;
	const text = said.toLowerCase();
	const match = HINTS.find(([part]) => text.includes(part));
	if (match) return match[1];
	if (status === undefined) return undefined;
	if (status >= 500)
		return 'This is a fault at AssemblyAI that most often passes. Run the item again later.';
	return HINTS_BY_STATUS[status];
}
