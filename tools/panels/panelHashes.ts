import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { AssemblyAiAccountApi } from '../../credentials/AssemblyAiAccountApi.credentials';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { AssemblyAiTrigger } from '../../nodes/AssemblyAiTrigger/AssemblyAiTrigger.node';
import { LlmGatewayAskQuestions } from '../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { LlmGatewayChatModel } from '../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/LlmGatewayChatModel.node';
import { PICTURES, type Panel } from './pictures';

/** Beside the pictures: what the panels were like when they were taken. */
const FILE = 'panels.json';

type Hashes = Record<Panel, string>;

/** What a picture can show of a panel, as a hash of each; hints that only a pointer brings up are not in it. */
export function panelHashes(): Hashes {
	const { displayName, properties } = new AssemblyAiAccountApi();
	return {
		assemblyAiAccountApi: hashOf([displayName, properties]),
		assemblyAiTranscribe: hashOfNode(new AssemblyAiTranscribe()),
		assemblyAiTrigger: hashOfNode(new AssemblyAiTrigger()),
		llmGatewayAskQuestions: hashOfNode(new LlmGatewayAskQuestions()),
		llmGatewayChatModel: hashOfNode(new LlmGatewayChatModel()),
	};
}

interface ShownNode {
	description: { displayName: string; description: string; properties: INodeProperties[] };
}

function hashOfNode({ description: shown }: ShownNode): string {
	return hashOf([shown.displayName, shown.description, shown.properties]);
}

function hashOf(shown: unknown): string {
	const text = JSON.stringify(shown, (key, value: unknown) =>
		key === 'description' ? undefined : value,
	);
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Notes of what the pictures that were just taken are. */
export function notePanels(folder: string): void {
	writeFileSync(path.join(folder, FILE), `${JSON.stringify(panelHashes(), null, '\t')}\n`);
}

/** Whether it was noted what the pictures of a folder are of. */
export function knowsPanels(folder: string): boolean {
	return existsSync(path.join(folder, FILE));
}

/** The pictures that are older than a panel they show. @throws ZodError when the note is none */
export function oldPictures(folder: string, now: Hashes = panelHashes()): string[] {
	const noted = z
		.record(z.string(), z.string())
		.parse(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')));
	return Object.entries(PICTURES)
		.filter(([, panels]) => panels.some((panel) => noted[panel] !== now[panel]))
		.map(([picture]) => picture);
}
