import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * n8n-core reads its environment once, when it is first loaded, and would otherwise write its settings
 * to the home folder. So this module must be imported before anything that imports n8n-core. The folder
 * itself is made when a harness starts.
 */
export const userFolder = path.join(tmpdir(), `n8n-engine-harness-${randomUUID()}`);

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
// 'filesystem' is n8n's own default on a single machine; 'default' keeps binary data in memory.
process.env.N8N_DEFAULT_BINARY_DATA_MODE ??= 'filesystem';
// A failing node is what many tests are about; N8N_LOG_LEVEL=error shows the engine's own account of it.
process.env.N8N_LOG_LEVEL ??= 'silent';
// A developer's own n8n may be configured in the same shell; its storage must not receive test data.
delete process.env.N8N_STORAGE_PATH;
delete process.env.N8N_BINARY_DATA_STORAGE_PATH;

export function createUserFolder(): void {
	mkdirSync(userFolder, { recursive: true });
}

export function removeUserFolder(): void {
	rmSync(userFolder, { recursive: true, force: true });
}
