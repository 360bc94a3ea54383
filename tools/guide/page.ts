import type { Compared } from './compare';

/** The page of the documentation that shows the answers. */
export function pageOf(compared: readonly Compared[]): string {
	const rows = compared.map(({ question, javascript, python, nodes }) => [
		question,
		javascript ?? 'none',
		python === javascript ? 'the same' : (python ?? 'none'),
		nodes?.answer ?? 'none',
		nodes?.reason ?? 'none',
		nodes?.evidence.quote ? `“${nodes.evidence.quote}” (${nodes.evidence.at ?? ''})` : 'none',
	]);
	const table = [
		['Question', 'Script, JavaScript', 'Script, Python', 'Node: answer', 'Reason', 'Quote'],
		['---', '---', '---', '---', '---', '---'],
		...rows,
	];
	return `# The guide's questions, by script and by node

Printed by \`npm run guide\`, which writes this page anew with \`-- --write\`.

AssemblyAI's guide [Analyze The Sentiment Of A Customer Call using LLM Gateway](https://www.assemblyai.com/docs/guides/call-sentiment-analysis) asks five questions about a call by a script: upload, transcribe, put text and questions into one prompt, print what the model says. [tools/guide](../tools/guide) has such a script in JavaScript and in Python, without packages. Here they and the nodes ask the same questions, with the same contexts and answer formats, about the [sample call](../examples/recordings/map-update-call.mp3).

The answers are the [sandbox's](sandbox.md): plain rules, no language model. They show that each question is understood and answered from the call, not how good an answer of the real service is. The script sends the text without speakers, as the guide does; the nodes send who says what, so their quotes are of the right person, and they look each quote up in the recording.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

Run the scripts yourself:

\`\`\`
npm run sandbox -- --port 4100 --api-key my-key
export ASSEMBLYAI_API_KEY=my-key SPEECH_TO_TEXT_URL=http://127.0.0.1:4100 LLM_GATEWAY_URL=http://127.0.0.1:4100
node tools/guide/ask.mjs examples/recordings/map-update-call.mp3
python3 tools/guide/ask.py examples/recordings/map-update-call.mp3
\`\`\`

Without the two URLs they ask the real service, with your own key.
`;
}
