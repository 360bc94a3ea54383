import { fork, type ChildProcess as NodeChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { z } from 'zod';
import { answer } from './messages';

/** A process of its own that answers one question after the other. */
export class ChildProcess<Question extends { ask: string }> {
	private constructor(private readonly child: NodeChildProcess) {}

	/**
	 * @param script file beside this one, run with the same loader as this process
	 * @param environment on top of this process's own
	 */
	static start<Question extends { ask: string }>(
		script: string,
		environment: Record<string, string> = {},
	): ChildProcess<Question> {
		const child = fork(path.join(__dirname, script), {
			env: { ...process.env, ...environment },
			// To measure memory from a start without leftovers.
			execArgv: [...process.execArgv, '--expose-gc'],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		return new ChildProcess(child);
	}

	/** @throws what went wrong in the process, or that it ended instead of answering */
	async ask<T>(question: Question, shape: z.ZodType<T>): Promise<T> {
		const settled = new AbortController();
		const { signal } = settled;
		try {
			const reply = once(this.child, 'message', { signal });
			const end = once(this.child, 'exit', { signal }).then(([code]) => {
				throw new Error(`The process ended with exit code ${code} instead of answering`);
			});
			this.tell(question);
			const [message] = await Promise.race([reply, end]);
			const parsed = answer.parse(message);
			if (!parsed.ok) throw new Error(parsed.error);
			return shape.parse(parsed.value);
		} finally {
			settled.abort();
		}
	}

	tell(question: Question): void {
		this.child.send(question);
	}

	/** As the kernel does when memory runs out: without a word. */
	kill(): void {
		this.child.kill('SIGKILL');
	}

	/** Resolves when the process is gone. */
	async end(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const exit = once(this.child, 'exit');
		this.child.send({ ask: 'end' });
		await exit;
	}
}
