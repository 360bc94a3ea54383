import { readFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';

/** On what and with what something was measured; nothing that tells whose machine it is. */
export interface Machine {
	/** YYYY-MM-DD. */
	date: string;
	cores: number;
	processor: string;
	memoryGiB: number;
	system: string;
	node: string;
	n8n: string;
}

export function machineNow(): Machine {
	const [first] = cpus();
	return {
		date: new Date().toISOString().slice(0, 10),
		cores: cpus().length,
		processor: first?.model.trim() ?? 'unknown processor',
		memoryGiB: Math.round(totalmem() / 1024 ** 3),
		system: platform(),
		node: process.versions.node,
		n8n: versionOf('n8n-core'),
	};
}

export function described({ date, cores, processor, node, n8n }: Machine): string {
	return `${date}, ${cores} cores (${processor}), Node.js ${node}, n8n-core ${n8n}`;
}

function versionOf(name: string): string {
	const content: unknown = JSON.parse(
		readFileSync(require.resolve(`${name}/package.json`), 'utf8'),
	);
	const isTold = typeof content === 'object' && content !== null && 'version' in content;
	return isTold ? String(content.version) : 'unknown';
}
