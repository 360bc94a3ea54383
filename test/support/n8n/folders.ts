import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cleanup } from './Cleanup';

export const REPOSITORY = path.resolve(__dirname, '../../..');
export const EXAMPLES = path.join(REPOSITORY, 'examples');
export const SAMPLE_RECORDING = path.join(EXAMPLES, 'recordings/map-update-call.mp3');
export const PANELS = path.join(REPOSITORY, 'docs/panels');
/** Kept between runs, because an n8n takes minutes to install. */
export const CACHE = path.resolve(__dirname, '../../n8n/.cache');

/** A new folder that is gone when all is cleaned up. */
export async function temporaryFolder(prefix: string, cleanup: Cleanup): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), prefix));
	cleanup.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
