import assert from 'node:assert/strict';
import { fetch } from 'undici';
import { z } from 'zod';
import { outputOf, PublicApi } from '../client/PublicApi';
import { postRecording } from '../client/postRecording';
import { Session, type NodeDescription } from '../client/Session';
import { exampleFiles, readExample } from '../client/workflowFile';
import { installN8n } from '../install/installN8n';
import { PACKAGE } from '../install/installPackage';
import { pinnedVersion } from '../install/pinnedVersions';
import { assertSuccess } from '../scenarios/examples/runExample';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { eventually } from '../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import { parseAs } from '../../support/n8n/parseAs';
import type { Steps } from '../../support/n8n/Steps';
import { copyRepository } from './copyRepository';
import { DevCommand } from './DevCommand';

const NODE_FILE = 'nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node.ts';
const CODEX_FILE = 'nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node.json';
const INNER_MODULE = 'nodes/shared/transcript/dialogue.ts';
const LINE = '`${speakerName(speaker)}: ${text}`';
const replySchema = z.object({ transcript_id: z.string() });
const SAVED_TIME_LIMIT_MS = 30_000;
const SEEN_TIME_LIMIT_MS = 15_000;
const COPIED = /copied .*node\.json, reloaded/;
const RELOADED = /rebuilt in .* s, reloaded/;

/** What a developer does with `npm run dev`, on a copy of the repository. */
export async function tryDev(version: string, steps: Steps, cleanup: Cleanup): Promise<void> {
	steps.title(`npm run dev with n8n ${version}`);
	await installN8n(await pinnedVersion(version), steps);
	const copy = await copyRepository(cleanup);
	const start = async () => await DevCommand.start(copy, version, cleanup);
	const dev = await steps.run('Start it for the first time', start);
	const session = await Session.logIn(dev.editorUrl);
	const apiKey = await session.createApiKey();
	const dialogue = async () => await dialogueOfRun(dev.editorUrl, apiKey);

	await steps.run('The active example runs as it is', async () => {
		assert.match(await dialogue(), /^Speaker A: /);
	});
	await steps.run('A changed label is in the editor', async () => {
		await dev.change(NODE_FILE, "displayName: 'AssemblyAI T", "displayName: 'Changed T", RELOADED);
		await isSeen('Changed Transcribe', async () => (await transcribeNode(session))?.displayName);
	});
	await steps.run('A changed codex file is in the editor', async () => {
		await dev.change(CODEX_FILE, 'Speech to Text', 'changed alias', COPIED);
		await isSeen('changed alias', async () =>
			(await transcribeNode(session))?.codex?.alias?.join(),
		);
	});
	await steps.run('A changed inner module is in the next run', async () => {
		await dev.change(INNER_MODULE, LINE, LINE.replace(':', ' said:'), RELOADED);
		await isSeen('Speaker A said: ', dialogue);
	});
	await steps.run('A syntax error is told, and what worked still works', async () => {
		await dev.change(
			INNER_MODULE,
			'said: ${text}',
			'said: ${text',
			/dialogue\.ts[^]*error[^]*Not reloaded/,
		);
		await isSeen('Speaker A said: ', dialogue);
	});
	await steps.run('Mended, it is in the next run', async () => {
		await dev.change(INNER_MODULE, 'said: ${text', 'cried: ${text}', RELOADED);
		await isSeen('Speaker A cried: ', dialogue);
	});
	await steps.run('Code that does not load is told, with the reason', async () => {
		const fault = "throw new Error('does not load');\nexport class A";
		await dev.change(NODE_FILE, 'export class A', fault, /cannot load it[^]*does not load/);
		await dev.change(NODE_FILE, fault, 'export class A', RELOADED);
		await isSeen('Changed Transcribe', async () => (await transcribeNode(session))?.displayName);
	});
	await steps.run('Ctrl-C ends n8n and the sandbox', async () => {
		await dev.interrupt();
		await assert.rejects(fetch(dev.editorUrl), /fetch failed/);
		await assert.rejects(fetch(dev.sandboxUrl), /fetch failed/);
	});
	const again = await steps.run('Start it again', start);
	await steps.run('All is as it was left', async () => {
		const known = await new PublicApi(again.editorUrl, apiKey).workflows();
		const examples = await Promise.all((await exampleFiles()).map(readExample));
		assert.deepEqual(namesOf(known), namesOf(examples));
		assert.match(await dialogueOfRun(again.editorUrl, apiKey), /^Speaker A cried: /);
	});
	await again.interrupt();
}

/**
 * Waits until a text is there. n8n sometimes loads the nodes twice after a change, and what it says of the second
 * time can be taken for the next change.
 */
async function isSeen(text: string, look: () => Promise<string | undefined>): Promise<void> {
	await eventually(`"${text}" to be seen`, SEEN_TIME_LIMIT_MS, async () =>
		(await look())?.includes(text) ? true : undefined,
	);
}

/** Sends the sample recording to the active example. @returns what the Transcribe node made of it */
async function dialogueOfRun(url: string, apiKey: string): Promise<string> {
	const api = new PublicApi(url, apiKey);
	const [active] = (await api.workflows()).filter(({ active }) => active);
	assert.ok(active);
	const { body } = await postRecording(`${url}/webhook/assemblyai-call`, SAMPLE_RECORDING, {});
	const { transcript_id } = parseAs(replySchema, body, 'The reply');
	const execution = await eventually('the run to be saved', SAVED_TIME_LIMIT_MS, async () => {
		const latest = await api.finishedExecution(active.id);
		return latest.customData?.assemblyAiTranscripts === transcript_id ? latest : undefined;
	});
	assertSuccess(execution);
	return String(outputOf(execution, 'AssemblyAI Transcribe')[0]?.json.dialogue);
}

async function transcribeNode(session: Session): Promise<NodeDescription | undefined> {
	const nodes = await session.nodeDescriptions();
	return nodes.find(({ name }) => name === `${PACKAGE}.assemblyAiTranscribe`);
}

function namesOf(workflows: Array<{ name: string }>): string[] {
	return workflows.map(({ name }) => name).sort();
}
