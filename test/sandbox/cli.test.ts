import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fetch, request } from 'undici';

const CLI = path.resolve(__dirname, '../../sandbox/cli.ts');
const TSX = require.resolve('tsx/cli');

interface Run {
	child: ChildProcess;
	output: () => string;
	/** Resolves with the match when the output holds it; rejects when the process ends without. */
	shows: (pattern: RegExp) => Promise<RegExpExecArray>;
}

function run(...options: string[]): Run {
	const child = spawn(process.execPath, [TSX, CLI, ...options], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (piece: Buffer) => {
			text += piece.toString();
			child.emit('shown');
		});
	}
	return {
		child,
		output: () => text,
		shows: async (pattern) =>
			await new Promise((resolve, reject) => {
				const look = () => {
					const match = pattern.exec(text);
					if (match) resolve(match);
				};
				child.on('shown', look);
				child.once('close', () => reject(new Error(`ended without ${pattern}: ${text}`)));
				look();
			}),
	};
}

it('prints what to paste, logs requests without the key, and stops on Ctrl-C', async () => {
	const { child, output, shows } = run('--port', '0', '--api-key', 'my-own-key');
	const url = (await shows(/Speech-to-Text URL {2}(http:\S+)/))[1] ?? '';
	expect(output()).toMatch(/API Key {13}my-own-key/);
	expect(output()).not.toContain('Warning');
	const reply = await fetch(`${url}/v2/transcript?limit=1`, {
		headers: { authorization: 'my-own-key' },
	});
	expect(reply.status).toBe(200);
	await shows(/\d\d:\d\d:\d\d {2}200 {2}GET {4}\/v2\/transcript\?limit=1\n/);
	child.kill('SIGINT');
	const [code] = await once(child, 'close');
	expect(code).toBe(0);
	expect(output().match(/my-own-key/g)).toHaveLength(1);
}, 30_000);

it('warns where it listens beyond this machine', async () => {
	const { child, output, shows } = run('--port', '0', '--host', '0.0.0.0', '--allow-host', 'box');
	const port = (await shows(/Speech-to-Text URL {2}http:\/\/127\.0\.0\.1:(\d+)/))[1];
	await shows(/Ctrl-C stops it/);
	expect(output()).toContain('Warning: listening on 0.0.0.0, beyond this machine.');
	const ask = async (host: string) =>
		(await request(`http://127.0.0.1:${port}/v1/models`, { headers: { host } })).statusCode;
	expect(await ask('box')).toBe(200);
	expect(await ask('other')).toBe(421);
	child.kill('SIGINT');
	await once(child, 'close');
}, 30_000);

it('says what is wrong with an option', async () => {
	const { child, output } = run('--port', 'many');
	const [code] = await once(child, 'close');
	expect(code).toBe(2);
	expect(output()).toContain('--port many is not a whole number from 0 to 65535');
}, 30_000);
