import type { Service } from '../api/core/service';
import { mayPass } from '../api/core/retryPolicy';
import { getTranscript, isUnknownTranscript } from '../api/transcripts';
import { outcomeOf } from '../outcome';
import { transcriptOutput } from '../transcript/transcriptOutput';
import { answeringInTime } from './answerInTime';
import { callBackSchema, type CallBack, type EventName } from './callBack';
import { deliveryKey, type Deliveries } from './deliveries';
import { refusalOfSender, type ReceivedCall, type Refusal } from './sender';
import type { UnsignedCalls } from './unsignedCalls';

/** Whom a call is for. */
export interface Receiver {
	service: Service;
	/** Of the credential, if it has one. */
	secret: string | undefined;
	/** Whether calls are taken although there is no secret that could tell who calls. */
	acceptsUnsigned: boolean;
	unsignedCalls: UnsignedCalls;
	deliveries: Deliveries;
	events: readonly EventName[];
	simplify: boolean;
}

/** What starts a workflow, or the answer to a call that starts none. */
export type Reception = { output: Record<string, unknown> } | Refusal;

/**
 * Judges a call. Nothing it says is believed but the name of a transcript, which is fetched with the account's
 * own key; redacted audio, which names none, is believed for the secret only.
 * @throws AssemblyAiError when the transcript cannot be fetched for a reason that will not pass
 */
export async function receiveCallBack(receiver: Receiver, call: ReceivedCall): Promise<Reception> {
	const forged = refusalOfSender(receiver, call);
	if (forged) return forged;
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
	const key = deliveryKey(parsed.data);
	if (receiver.deliveries.has(key)) {
		return { status: 200, message: 'This call has started the workflow before' };
	}
	const reception = await outputFor(receiver, parsed.data);
	if ('output' in reception) receiver.deliveries.add(key);
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
	if (!isStoreOf(receiver.service, redactedAudioUrl)) {
		return {
			status: 403,
			message: `AssemblyAI does not keep redacted audio at ${new URL(redactedAudioUrl).host}`,
		};
	}
	return { output: { status, redactedAudioUrl } };
}

/** Where AssemblyAI keeps redacted audio: in stores of Amazon, or on its own host; a custom one on that. */
function isStoreOf({ speechToTextUrl }: Service, url: string): boolean {
	const { protocol, hostname, host } = new URL(url);
	if (host === new URL(speechToTextUrl).host) return true;
	return protocol === 'https:' && /(?:^|\.)(?:assemblyai\.com|amazonaws\.com)$/.test(hostname);
}

const UNKNOWN: Refusal = {
	status: 404,
	message: "The AssemblyAI credential's account has no such transcript",
};

async function fetched(
	{ service, simplify, secret, unsignedCalls }: Receiver,
	{ transcriptId, status }: Extract<CallBack, { transcriptId: string }>,
): Promise<Reception> {
	const now = service.clock.now();
	if (secret === undefined) {
		if (unsignedCalls.isRefused(transcriptId, now)) return UNKNOWN;
		if (!unsignedCalls.mayLook(now)) {
			return { status: 503, message: 'Too many calls without a secret in a minute; call again' };
		}
	}
	const look = await outcomeOf(getTranscript(answeringInTime(service), transcriptId, 'never'));
	if (look.ok && look.value.status === status) {
		return { output: transcriptOutput(look.value, simplify) };
	}
	if (look.ok) {
		return { status: 503, message: `The transcript is ${look.value.status}, not ${status}` };
	}
	if (isUnknownTranscript(look.error)) {
		// Whoever knows the secret is AssemblyAI, and the machine that was asked lags behind: a 404 would end its calls.
		if (secret !== undefined) return { ...UNKNOWN, status: 503 };
		unsignedCalls.refuse(transcriptId, now);
		return UNKNOWN;
	}
	// A stranger must not be able to fill the list of executions with failures.
	if (mayPass(look.error) || secret === undefined) {
		return { status: 503, message: 'The transcript could not be fetched; call again' };
	}
	throw look.error;
}
