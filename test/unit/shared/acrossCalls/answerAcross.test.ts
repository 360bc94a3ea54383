import { answerAcross } from '../../../../nodes/shared/acrossCalls/answerAcross';
import type { AnsweredCall } from '../../../../nodes/shared/acrossCalls/calls';
import {
	ApiError,
	CanceledError,
	InvalidReplyError,
} from '../../../../nodes/shared/api/core/errors';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import { limiterOf } from '../../../../nodes/shared/limiter';
import type { AnswerValue } from '../../../../nodes/shared/questions/question';
import { answeredCalls } from '../../../support/unit/answeredCalls';
import { failureOf } from '../../../support/unit/failureOf';
import { question } from '../../../support/unit/questions';
import {
	refused,
	said,
	ScriptedGateway,
	type ChatBody,
	type Reply,
} from '../../../support/unit/services/scriptedGateway';
import { groupedReply, saidTogether } from '../../../support/unit/togetherModel';

const complaint = question({ key: 'complaint', question: 'What is wrong?' });
const returns = question({ key: 'returns', question: 'Will she return?', answerType: 'yesNo' });

function callsOf(...rows: Array<[AnswerValue, AnswerValue]>): AnsweredCall[] {
	const first = answeredCalls(
		rows.map(([answer]) => ({ answer })),
		complaint,
	);
	const second = answeredCalls(
		rows.map(([, answer]) => ({ answer })),
		returns,
	);
	return first.map((call, i) => ({
		...call,
		answered: [...call.answered, ...(second[i]?.answered ?? [])],
	}));
}

async function across(
	calls: AnsweredCall[],
	answer: (body: ChatBody, number: number) => Reply,
	signal?: AbortSignal,
) {
	const gateway = new ScriptedGateway(answer);
	const session = new GatewaySession({ ...gateway.service, signal });
	const inquiry = {
		questions: [complaint, returns],
		settings: { model: 'claude-sonnet-4-6', fallbackModels: [], maxTokens: 0 },
		systemPrompt: 'Be kind.',
	};
	const result = await answerAcross(session, inquiry, calls, limiterOf(5));
	return { result, requests: gateway.requests };
}

const isAbout = ({ messages }: ChatBody, text: string) => JSON.stringify(messages).includes(text);

test('each question is counted and put together by its own answers', async () => {
	const calls = callsOf(['The price', true], ['The wait', false], [null, true]);
	const { result, requests } = await across(calls, groupedReply);
	expect(result).toEqual([
		{
			question: complaint,
			counts: { answered: 2, unknown: 1 },
			together: {
				ok: true,
				value: {
					answer: 'All of it.',
					themes: [
						{ title: 'The price', calls: [0], quotes: [] },
						{ title: 'The wait', calls: [1], quotes: [] },
					],
					faults: [],
					models: ['claude-sonnet-4-6'],
				},
			},
		},
		{
			question: returns,
			counts: { answered: 3, unknown: 0, values: { yes: 2, no: 1 } },
			together: {
				ok: true,
				value: {
					answer: 'All of it.',
					themes: [
						{ title: 'yes', calls: [0, 2], quotes: [] },
						{ title: 'no', calls: [1], quotes: [] },
					],
					faults: [],
					models: ['claude-sonnet-4-6'],
				},
			},
		},
	]);
	expect(requests.map((body) => isAbout(body, 'What is wrong?'))).toEqual([true, false]);
	expect(requests.every((body) => isAbout(body, 'Be kind.'))).toBe(true);
});

test('a call without an answer to a question does not tell', async () => {
	const calls = [{ transcriptId: null, title: 'A text', answered: [] }];
	const { result, requests } = await across(calls, groupedReply);
	expect(result.map(({ counts }) => counts)).toEqual([
		{ answered: 0, unknown: 1 },
		{ answered: 0, unknown: 1, values: { yes: 0, no: 0 } },
	]);
	expect(requests).toEqual([]);
});

test('a question that could not be put together keeps its counts, and the others their answers', async () => {
	const { result } = await across(callsOf(['The price', true]), (body) =>
		isAbout(body, 'What is wrong?') ? refused(400, 'No') : saidTogether([]),
	);
	expect(result).toMatchObject([
		{ counts: { answered: 1 }, together: { ok: false, error: expect.any(ApiError) } },
		{ counts: { answered: 1 }, together: { ok: true, value: { answer: 'All of it.' } } },
	]);
});

test('a reply that cannot be used costs only its question', async () => {
	const { result } = await across(callsOf(['The price', true]), (body) =>
		isAbout(body, 'What is wrong?') ? said('No.') : saidTogether([]),
	);
	expect(result[0]?.together).toMatchObject({ ok: false, error: expect.any(InvalidReplyError) });
	expect(result[1]?.together.ok).toBe(true);
});

test('whoever stops the execution ends all questions', async () => {
	const stop = new AbortController();
	const work = across(
		callsOf(['The price', true]),
		() => {
			stop.abort();
			return refused(503, 'Later');
		},
		stop.signal,
	);
	expect(await failureOf(work, CanceledError)).toBeInstanceOf(CanceledError);
});
