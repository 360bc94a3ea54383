import type { Service } from '../api/core/service';
import { mayPass } from '../api/core/retryPolicy';
import { getTranscript, isUnknownTranscript } from '../api/transcripts';
import { outcomeOf } from '../outcome';
import { transcriptOutput } from '../transcript/transcriptOutput';
import { callBackSchema, type CallBack, type EventName } from './callBack';
import { isSecret, SECRET_HEADER } from './secret';

/** AssemblyAI waits ten seconds for an answer and then calls again; the rest is for n8n. */
const READ_LIMIT_MS = 8_000;

/** A call to the webhook, from whomever. */
export interface ReceivedCall {
	/** What is in the header for it. */
	secret: string | undefined;
	body: unknown;
	/** Of the address that was called: all that AssemblyAI lets a user hand through. */
	query: Record<string, unknown>;
}

/** Whom a call is for. */
export interface Receiver {
	service: Service;
	/** Of the credential, if it has one. */
	secret: string | undefined;
	events: readonly EventName[];
	simplify: boolean;
}

/** What starts a workflow, or the answer to a call that starts none. */
export type Reception = { output: Record<string, unknown> } | Refusal;

export interface Refusal {
	/** AssemblyAI calls again after a 5xx and gives up after a 4xx. */
	status: 200 | 400 | 403 | 404 | 503;
	message: string;
}

/**
 * Judges a call. Nothing it says is believed but the name of a transcript, which is fetched with the account's
 * own key; redacted audio, which names none, is believed for the secret only.
 * @throws AssemblyAiError when the transcript cannot be fetched for a reason that will not pass
 */
export async function receiveCallBack(receiver: Receiver, call: ReceivedCall): Promise<Reception> {
	if (receiver.secret !== undefined && !isSecret(call.secret ?? '', receiver.secret)) {
		return {
			status: 403,
			message: `The header ${SECRET_HEADER} does not have the Webhook Secret of the AssemblyAI credential`,
		};
	}
	const parsed = callBackSchema.safeParse(call.body);
	if (!parsed.success) {
		return {
			status: 400,
			message:
				'This is not a call-back of AssemblyAI: the JSON body must have transcript_id with the status completed or error, or redacted_audio_url with the status redacted_audio_ready',
		};
	}
	if (!receiver.events.includes(parsed.data.event)) {
		return { status: 200, message: `This workflow does not start at ${parsed.data.status}` };
	}
	const reception = await outputFor(receiver, parsed.data);
	if ('status' in reception || Object.keys(call.query).length === 0) return reception;
	return { output: { query: call.query, ...reception.output } };
}

async function outputFor(receiver: Receiver, callBack: CallBack): Promise<Reception> {
	if (callBack.event !== 'redactedAudioReady') return await fetched(receiver, callBack);
	if (receiver.secret === undefined) {
		return {
			status: 403,
			message:
				'Redacted audio is only believed with a Webhook Secret: set one in the AssemblyAI credential before transcribing',
		};
	}
	const { status, redactedAudioUrl } = callBack;
	return { output: { status, redactedAudioUrl } };
}

async function fetched(
	{ service, simplify }: Receiver,
	{ transcriptId, status }: Extract<CallBack, { transcriptId: string }>,
): Promise<Reception> {
	const look = await outcomeOf(getTranscript(hurried(service), transcriptId, 'never'));
	if (look.ok && look.value.status === status) {
		return { output: transcriptOutput(look.value, simplify) };
	}
	if (look.ok) {
		return { status: 503, message: `The transcript is ${look.value.status}, not ${status}` };
	}
	if (isUnknownTranscript(look.error)) {
		return { status: 404, message: "The AssemblyAI credential's account has no such transcript" };
	}
	if (mayPass(look.error)) {
		return { status: 503, message: 'The transcript could not be fetched; call again' };
	}
	throw look.error;
}

function hurried(service: Service): Service {
	return {
		...service,
		http: async (request) => await service.http({ ...request, timeoutMs: READ_LIMIT_MS }),
	};
}
