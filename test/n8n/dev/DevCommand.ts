import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { BackgroundProcess } from '../server/BackgroundProcess';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { eventually } from '../../support/n8n/eventually';

const START_TIME_LIMIT_MS = 300_000;
const CHANGE_TIME_LIMIT_MS = 60_000;

const manifest = z.object({ scripts: z.object({ dev: z.string() }) });

/** `npm run dev` in a copy of the repository, as a person at the terminal has it. */
export class DevCommand {
	private constructor(
		private readonly repository: string,
		private readonly process: BackgroundProcess,
	) {}

	/** Without npm between, so that a signal goes to the command itself. */
	static async start(repository: string, version: string, cleanup: Cleanup): Promise<DevCommand> {
		const { scripts } = manifest.parse(
			JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')),
		);
		const [node, ...args] = scripts.dev.split(' ');
		assert.equal(node, 'node');
		const started = new BackgroundProcess({
			name: 'npm run dev',
			command: process.execPath,
			args: [...args, '--n8n', version],
			cwd: repository,
			env: process.env,
		});
		cleanup.add(async () => await started.stop());
		const command = new DevCommand(repository, started);
		await command.untilItSays(/Ctrl-C ends everything/, 0, START_TIME_LIMIT_MS);
		return command;
	}

	get editorUrl(): string {
		return this.printed(/Editor +(\S+)/);
	}

	get sandboxUrl(): string {
		return this.printed(/Sandbox +(\S+)/);
	}

	/** Changes a text in a file, and waits until the command says what came of it. */
	async change(file: string, from: string, to: string, answer: RegExp): Promise<void> {
		const target = path.join(this.repository, file);
		const code = await readFile(target, 'utf8');
		assert.ok(code.includes(from), `${file} has no ${from}`);
		const saidSoFar = this.process.log.length;
		await writeFile(target, code.replace(from, to));
		await this.untilItSays(answer, saidSoFar, CHANGE_TIME_LIMIT_MS);
	}

	/** As Ctrl-C does. */
	async interrupt(): Promise<void> {
		await this.process.stop('SIGINT');
	}

	private async untilItSays(what: RegExp, from: number, timeLimitMs: number): Promise<void> {
		const said = () => this.process.log.slice(from);
		await eventually(`${what}`, timeLimitMs, async () => {
			this.process.assertRunning();
			return what.test(said()) ? true : undefined;
		}).catch((error: unknown) => {
			throw new Error(`npm run dev said: ${said()}`, { cause: error });
		});
	}

	private printed(what: RegExp): string {
		const [, value] = what.exec(this.process.log) ?? [];
		assert.ok(value, `${what} in ${this.process.log}`);
		return value;
	}
}
