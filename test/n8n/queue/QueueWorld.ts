import type { World } from '../scenarios/World';
import type { Workers } from './Workers';

/** An n8n whose main process runs nothing itself. */
export interface QueueWorld extends World {
	workers: Workers;
}

/** Something that happens to an n8n in queue mode, from beginning to end. */
export interface QueueScenario {
	title: string;
	run: (world: QueueWorld) => Promise<void>;
}
