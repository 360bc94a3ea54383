import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, NoUseWaitingError } from '../../support/n8n/eventually';

export interface BackgroundCommand {
	name: string;
	command: string;
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Whom it runs as; whoever runs the test when left out. */
	user?: { uid: number; gid: number };
}

const LAST_CHARACTERS = 20_000;
const STOP_TIME_LIMIT_MS = 40_000;

/** A process that runs until it is stopped, with the end of what it wrote. */
export class BackgroundProcess {
	private readonly child: ChildProcess;
	private written = '';

	/** In a group of its own, so that whatever it starts can be ended with it. */
	constructor(private readonly started: BackgroundCommand) {
		const { command, args, cwd, env, user } = started;
		this.child = spawn(command, args, {
			cwd,
			env,
			...user,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const keep = (text: string) => {
			this.written = (this.written + text).slice(-LAST_CHARACTERS);
		};
		this.child.stdout?.setEncoding('utf8').on('data', keep);
		this.child.stderr?.setEncoding('utf8').on('data', keep);
		this.child.on('error', (error) => keep(String(error)));
	}

	get log(): string {
		return this.written;
	}

	get isRunning(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null && !!this.child.pid;
	}

	/** @throws Error with the end of its log, when it has ended by itself */
	assertRunning(): void {
		if (!this.isRunning) throw new ProcessEndedError(this.started.name, this.written);
	}

	/** Waits until it has written this. */
	async toWrite(text: string, timeLimitMs: number): Promise<void> {
		await eventually(`${this.started.name} to write "${text}"`, timeLimitMs, async () => {
			if (this.written.includes(text)) return true;
			this.assertRunning();
			return undefined;
		});
	}

	/** Waits until it has ended. @returns its exit code, or the signal that ended it */
	async toEnd(timeLimitMs: number): Promise<number | NodeJS.Signals> {
		return await eventually(
			`${this.started.name} to end`,
			timeLimitMs,
			async () => this.child.exitCode ?? this.child.signalCode ?? undefined,
		);
	}

	/** Asks it to end, and does not wait for it. */
	askToStop(): void {
		this.child.kill('SIGTERM');
	}

	/** @throws ProcessEndedError once it has ended by itself */
	async untilEnded(): Promise<never> {
		if (this.isRunning) await once(this.child, 'exit');
		throw new ProcessEndedError(this.started.name, this.written);
	}

	/** @param heard gets every line that it writes from now on */
	onLine(heard: (line: string) => void): void {
		for (const input of [this.child.stdout, this.child.stderr]) {
			if (input) createInterface({ input }).on('line', heard);
		}
	}

	/** Asks it to end, and ends it with all that it started when it does not. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		// What it started may have outlived it.
		if (!this.isRunning) return this.endGroup();
		const ended = once(this.child, 'exit');
		this.child.kill(signal);
		const limit = new AbortController();
		await Promise.race([
			ended,
			sleep(STOP_TIME_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
		]);
		limit.abort();
		this.endGroup();
		await ended;
	}

	/** As when its machine fails: at once, with all that it started. */
	endGroup(): void {
		if (this.child.pid === undefined) return;
		try {
			process.kill(-this.child.pid, 'SIGKILL');
		} catch {
			// The group has gone already, which is what is wanted.
		}
	}
}

export class ProcessEndedError extends NoUseWaitingError {
	constructor(name: string, log: string) {
		super(`${name} has ended:\n${log.slice(-3000)}`);
	}
}
