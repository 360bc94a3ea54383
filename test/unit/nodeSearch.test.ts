import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { AssemblyAiTrigger } from '../../nodes/AssemblyAiTrigger/AssemblyAiTrigger.node';

const codex = z.object({ alias: z.array(z.string()) });

function aliasesOf(node: string): string[] {
	const file = path.resolve(__dirname, `../../nodes/${node}/${node}.node.json`);
	return codex.parse(JSON.parse(readFileSync(file, 'utf8'))).alias;
}

test.each([
	[
		'AssemblyAiTranscribe',
		['Audio', 'Video', 'Voice', 'Meeting', 'Subtitles', 'Whisper', 'STT', 'Summarize'],
	],
	['LlmGatewayAskQuestions', ['AssemblyAI', 'Meeting', 'CRM', 'Summarize', 'Sentiment']],
])('%s is found by the words that people type', (node, words) => {
	expect(aliasesOf(node)).toEqual(expect.arrayContaining(words));
});

test('whoever types the name of the service finds Transcribe before the trigger', () => {
	// n8n's search takes the last word off a trigger's name and puts the shorter of two names first.
	const shown = new AssemblyAiTrigger().description.displayName.replace(' Trigger', '');
	const { displayName } = new AssemblyAiTranscribe().description;
	expect(shown.length).toBeGreaterThan(displayName.length);
});
