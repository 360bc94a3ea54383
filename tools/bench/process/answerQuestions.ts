import type { z } from 'zod';
import type { answer } from './messages';

/**
 * Answers the questions of the process that started this one until it is gone.
 * @param reply gives the answer; undefined where there is none to give
 */
export function answerQuestions<Question>(
	shape: z.ZodType<Question>,
	reply: (question: Question) => Promise<unknown>,
): void {
	process.on('message', (message) => {
		void reply(shape.parse(message)).then(
			(value) => value !== undefined && send({ ok: true, value }),
			(error: unknown) =>
				send({ ok: false, error: error instanceof Error ? error.message : String(error) }),
		);
	});
	process.once('disconnect', () => process.exit());
}

function send(reply: z.infer<typeof answer>): void {
	process.send?.(reply);
}
