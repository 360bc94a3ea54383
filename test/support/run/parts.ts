import path from 'node:path';
import alone from './alone.json';
import { testFilesUnder } from './filesUnder';
import { reaches } from './reaches';

const TEST = path.resolve(__dirname, '../..');
/** n8n reads its environment once, so what needs another one needs n8n for itself. */
const ALONE = new Set(alone.map((file) => path.join(TEST, file)));

/** What runs in one process. A file belongs to the first part that has its folder. */
export const PARTS = {
	recordings: ['engine/AssemblyAiTranscribe/transcribe', 'engine/AssemblyAiTranscribe/pause'],
	transcripts: ['engine/AssemblyAiTranscribe'],
	questions: ['engine/LlmGatewayAskQuestions'],
	engine: ['engine'],
	nodes: ['unit'],
	sandbox: ['sandbox', 'support'],
	tools: ['tools'],
};

export type Part = keyof typeof PARTS;

/** The test files of a part, as absolute paths, in order. */
export function filesOf(part: Part): string[] {
	const earlier = Object.values(PARTS).slice(0, Object.keys(PARTS).indexOf(part)).flat();
	const taken = new Set(testFilesUnder(...earlier));
	return testFilesUnder(...PARTS[part]).filter((file) => !taken.has(file) && !ALONE.has(file));
}

/** Of a part of engine or unit tests, the files that another version of zod can change. */
export function filesWithNodes(part: Part): string[] {
	const hasNodes = (file: string) =>
		isIn(file, 'engine') ? !isIn(file, 'engine/harness') : reaches(file, 'zod');
	return filesOf(part).filter(hasNodes);
}

function isIn(file: string, folder: string): boolean {
	return file.startsWith(path.join(TEST, folder) + path.sep);
}
