import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { SandboxOptions } from '../../../sandbox';
import { wav } from '../sandbox/wav';
import { temporaryFolder } from '../temporaryFolder';
import { Workbench } from './workbench';

/** What customers of these calls complain about, and in which words. */
export const COMPLAINTS = ['price', 'delivery', 'manual', 'hotline'] as const;

const SAID: Record<(typeof COMPLAINTS)[number], string> = {
	price: 'I complain that the price is far too high',
	delivery: 'I complain that the delivery was late',
	manual: 'I complain that the manual is a mess',
	hotline: 'I complain that the hotline is always busy',
};

/** The complaint of the call with this number, whose words no other call has. */
export function complaintOf(number: number): string {
	return `${SAID[COMPLAINTS[number % COMPLAINTS.length] ?? 'price']}, and my case is ${1_000 + number}.`;
}

export const QUESTIONS: INodeParameters = {
	question: [
		{ key: 'complaint', question: 'What does the customer complain about?', answerType: 'text' },
		{
			key: 'mood',
			question: 'How does the customer feel?',
			answerType: 'oneOf',
			choices: 'positive, neutral, negative',
		},
	],
};

/** A service that knows so many calls, each with a complaint of its own. */
export async function openCallsBench(count: number, options: SandboxOptions = {}) {
	const folder = await temporaryFolder('calls-');
	const audio = Array.from({ length: count }, (_, number) => wav(1 + number / 1_000));
	await Promise.all(
		audio.map(async (content, number) => {
			const utterances = dialogue(number);
			await writeFile(path.join(folder, `${number}.wav`), content);
			await writeFile(
				path.join(folder, `${number}.transcript.json`),
				JSON.stringify({ utterances }),
			);
		}),
	);
	const bench = await Workbench.open({ recordingsFolders: [folder], ...options });
	const items = await Promise.all(
		audio.map(async (content, number) => ({
			json: {},
			binary: { data: await bench.file(content, `${number}.wav`, 'audio/wav') },
		})),
	);
	const { output } = await bench.transcribe(items);
	return { bench, calls: output.map(({ json }, number) => asCall(json.transcriptId, number)) };
}

function asCall(transcriptId: unknown, number: number): INodeExecutionData {
	return { json: { transcriptId: String(transcriptId), customer: `Customer ${number}` } };
}

function dialogue(number: number) {
	const said = ['Thank you for calling MapCare, how can I help?', complaintOf(number)];
	return said.map((text, turn) => ({
		speaker: turn === 0 ? 'A' : 'B',
		text,
		start: turn * 4_000,
		end: turn * 4_000 + 3_500,
	}));
}
