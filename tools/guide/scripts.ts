import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox';

const run = promisify(execFile);

/** The interpreters of the two scripts; Python may be missing on a machine. */
export const SCRIPTS = {
	JavaScript: { command: process.execPath, file: path.join(__dirname, 'ask.mjs') },
	Python: { command: 'python3', file: path.join(__dirname, 'ask.py') },
} as const;

export type ScriptLanguage = keyof typeof SCRIPTS;

/** Runs a script of the guide against the sandbox, as a person would: what it prints is what the model said. */
export async function runScript(
	language: ScriptLanguage,
	recording: string,
	sandbox: Sandbox,
): Promise<string> {
	const { command, file } = SCRIPTS[language];
	const { stdout } = await run(command, [file, recording], {
		env: {
			...process.env,
			ASSEMBLYAI_API_KEY: sandbox.apiKey,
			SPEECH_TO_TEXT_URL: sandbox.url,
			LLM_GATEWAY_URL: sandbox.url,
		},
	});
	return stdout;
}

export async function hasPython(): Promise<boolean> {
	return await run(SCRIPTS.Python.command, ['--version']).then(
		() => true,
		() => false,
	);
}

/** The answers in a reply, under the questions that they stand below. */
export function answersIn(reply: string): Map<string, string> {
	const found = reply.matchAll(/^Question: (.*)\nAnswer: (.*)$/gm);
	return new Map([...found].map(([, question = '', answer = '']) => [question, answer]));
}
