import type { INodeParameters } from 'n8n-workflow';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const listOf = (...question: INodeParameters[]): INodeParameters => ({ questions: { question } });

test('a run without anything to look at shows no hint', async () => {
	const { output, hints } = await bench.ask([{ json: { transcriptId } }], {});
	expect(output).toHaveLength(1);
	expect(hints).toEqual([]);
});

test('what the recordings of a run do not tell is said once, with the number of recordings', async () => {
	const items = [{ json: { transcriptId } }, { json: { transcriptId } }];
	const airline = { key: 'airline', question: 'Which airline is it?', answerType: 'text' };
	const { hints } = await bench.ask(items, listOf(airline));
	expect(hints).toEqual([
		{
			message: 'The recording does not tell: airline (2 times)',
			type: 'info',
			location: 'outputPane',
		},
	]);
});

test('a quote that was not found is to be looked at', async () => {
	const quote = 'I will sue you all';
	const entry = { index: 1, known: true, answer: 'yes', reason: 'r', quote };
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		fault: { kind: 'chatReply', content: JSON.stringify({ answers: [entry] }) },
	});
	const { output, hints } = await bench.ask(
		[{ json: { transcriptId } }],
		listOf({ key: 'threat', question: 'Is there a threat?', answerType: 'yesNo' }),
	);
	expect(output[0]?.json.answers).toEqual({ threat: true });
	expect(hints).toEqual([
		{
			message: 'Not found in the recording word for word, so look at them: the quotes for threat',
			type: 'warning',
			location: 'outputPane',
		},
	]);
});

test('without speakers, questions about who said what are a guess', async () => {
	const plain = await bench.finishedTranscript({ speakerLabels: false });
	const { hints } = await bench.ask([{ json: { transcriptId: plain } }], {});
	expect(hints).toContainEqual({
		message:
			'Speakers are not told apart in the transcript, so who said what is a guess for customer_sentiment. Turn on Speaker Labels in AssemblyAI Transcribe.',
		type: 'warning',
		location: 'outputPane',
	});

	const price = { key: 'price', question: 'What does the yearly plan cost?', answerType: 'number' };
	const other = await bench.ask([{ json: { transcriptId: plain } }], listOf(price));
	expect(other.hints).toEqual([]);
});
