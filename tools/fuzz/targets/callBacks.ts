import fc from 'fast-check';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { deliveriesIn } from '../../../nodes/shared/webhook/deliveries';
import { receiveCallBack } from '../../../nodes/shared/webhook/receiveCallBack';
import { UnsignedCalls } from '../../../nodes/shared/webhook/unsignedCalls';
import { ID, jobReply } from '../../../test/support/unit/replies';
import { scripted } from '../../../test/support/unit/services/service';
import { anyJson, changed } from '../inputs';
import { expectForPeople, expectOwnError, expectPlain, inTime, Violation } from '../invariants';
import type { Target } from '../target';

const documents = [
	{ transcript_id: ID, status: 'completed' },
	{ transcript_id: ID, status: 'error' },
	{ redacted_audio_url: 'https://s3.amazonaws.com/a.mp3', status: 'redacted_audio_ready' },
];
const body = fc.oneof(...documents.map(changed), anyJson);
const secret = fc.constantFrom('hush', 'other', undefined);

export const callBackTargets: Target[] = [
	{
		name: 'a call-back',
		property: fc.asyncProperty(body, secret, secret, async (received, sent, own) => {
			const { service, http } = scripted([], { always: jobReply('completed', { text: 'Hello.' }) });
			const outcome = await inTime(
				async () =>
					await outcomeOf(
						receiveCallBack(
							{
								...{ service, secret: own, acceptsUnsigned: true, simplify: true },
								...{ unsignedCalls: new UnsignedCalls(), deliveries: deliveriesIn([]) },
								events: ['redactedAudioReady', 'transcriptCompleted', 'transcriptFailed'],
							},
							{ body: received, secret: sent, query: {} },
						),
					),
			);
			if (!outcome.ok) return expectOwnError(outcome.error);
			expectPlain(outcome.value);
			if ('status' in outcome.value) expectForPeople(outcome.value.message);
			// Nobody who calls decides what is asked for, nor under another host.
			for (const { url } of http.requests) {
				if (!/^http:\/\/stt\.test\/v2\/transcript\/[\w-]+$/.test(url)) throw new Violation(url);
			}
			if (own !== undefined && sent !== own && http.requests.length > 0)
				throw new Violation('A forged call was looked up');
		}),
	},
];
