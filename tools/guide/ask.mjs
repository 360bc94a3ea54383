// What AssemblyAI's guide "Analyze The Sentiment Of A Customer Call using LLM Gateway" does, in JavaScript
// without packages: upload, transcribe, put text and questions into one prompt, print the reply.
//
//   ASSEMBLYAI_API_KEY=... node tools/guide/ask.mjs RECORDING [QUESTIONS.json]
//
// SPEECH_TO_TEXT_URL and LLM_GATEWAY_URL change the hosts, to those of the sandbox for instance.

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const speechToText = process.env.SPEECH_TO_TEXT_URL ?? 'https://api.assemblyai.com';
const gateway = process.env.LLM_GATEWAY_URL ?? 'https://llm-gateway.assemblyai.com';
const authorization = process.env.ASSEMBLYAI_API_KEY ?? '';
const [recording, questionsFile = new URL('questions.json', import.meta.url)] =
	process.argv.slice(2);

async function call(method, url, body, type = 'application/json') {
	const headers = { authorization, ...(body && { 'content-type': type }) };
	const reply = await fetch(url, { method, headers, body });
	if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
	return await reply.json();
}

const audio = await readFile(recording);
const upload = await call('POST', `${speechToText}/v2/upload`, audio, 'application/octet-stream');
const order = JSON.stringify({ audio_url: upload.upload_url });
let transcript = await call('POST', `${speechToText}/v2/transcript`, order);
while (transcript.status !== 'completed') {
	if (transcript.status === 'error') throw new Error(transcript.error);
	transcript = await call('GET', `${speechToText}/v2/transcript/${transcript.id}`);
	if (transcript.status !== 'completed') await sleep(1000);
}

const questions = JSON.parse(await readFile(questionsFile, 'utf8'));
const blocks = questions.map(({ question, context, answer_format: format }) =>
	[`Question: ${question}`, context && `Context: ${context}`, format && `Answer Format: ${format}`]
		.filter(Boolean)
		.join('\n'),
);
const prompt = `You analyze calls. Answer each question below from the transcript, shortly and correctly.
Where a context or an answer format is given, follow it.

Transcript:
${transcript.text}

Questions:
${blocks.join('\n\n')}
`;

const reply = await call(
	'POST',
	`${gateway}/v1/chat/completions`,
	JSON.stringify({
		model: 'claude-sonnet-4-5-20250929',
		messages: [{ role: 'user', content: prompt }],
		max_tokens: 2000,
	}),
);
console.log(reply.choices[0].message.content);
