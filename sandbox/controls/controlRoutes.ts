import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { judgeAuthorization } from '../server/auth';
import { readJson, takeRawBodies } from '../server/bodies';
import type { Controls } from './controls';
import type { FaultList, FaultRule } from '../faults/faults';
import type { Speed } from '../options';
import { Refusal } from '../server/refusal';
import type { RequestLog } from '../server/requestLog';

export interface ControlParts {
	apiKey: string;
	speed: Speed;
	faults: FaultList;
	log: RequestLog;
	controls: Controls;
}

const milliseconds = z.number().min(0);
/** JSON has no infinity: null stands for "no limit". */
const limit = z
	.number()
	.int()
	.min(1)
	.nullable()
	.transform((value) => value ?? Infinity);

const speedSchema = z
	.object({
		queueMs: milliseconds,
		minimumJobMs: milliseconds,
		realTimeFactor: z.number().min(0),
		concurrency: limit,
		gatewayMs: milliseconds,
		gatewayPerMinute: limit,
		webhookRetryMs: milliseconds,
	})
	.partial()
	.strict();

const textPart = z.object({ type: z.literal('text'), text: z.string() });

const faultSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('status'),
		status: z.number().int().min(200).max(599),
		headers: z.record(z.string(), z.string()).optional(),
		body: z.unknown(),
	}),
	z.object({ kind: z.literal('delay'), ms: milliseconds }),
	z.object({ kind: z.literal('reset') }),
	z.object({ kind: z.literal('lostReply') }),
	z.object({ kind: z.literal('truncate') }),
	z.object({ kind: z.literal('drip'), bytesPerSecond: z.number().positive() }),
	z.object({ kind: z.literal('jobError'), error: z.string() }),
	z.object({ kind: z.literal('callBack'), how: z.enum(['early', 'lost', 'twice']) }),
	z.object({
		kind: z.literal('chatReply'),
		content: z.union([z.string(), z.null(), z.array(textPart)]),
		finishReason: z.string().optional(),
		choices: z.array(z.unknown()).optional(),
	}),
]);

const ruleSchema = z
	.object({
		method: z.string().optional(),
		/** An exact path, or a regular expression under `pathPattern`. */
		path: z.string().optional(),
		pathPattern: z.string().optional(),
		nth: z.number().int().min(1).optional(),
		/** Null: for ever. */
		times: limit.optional(),
		fault: faultSchema,
	})
	.strict();

/** `/sandbox/...`: the sandbox's own controls, under the same key. They are neither logged nor faulted. */
export function controlRoutes(parts: ControlParts) {
	return async (server: FastifyInstance): Promise<void> => {
		const { apiKey, speed, faults, log, controls } = parts;
		takeRawBodies(server);

		server.addHook('preHandler', async (request) => {
			const verdict = judgeAuthorization(request.headers.authorization, apiKey, 'gateway');
			if (verdict !== 'valid')
				throw new Refusal(401, { error: 'The key of this sandbox is needed' });
		});

		server.get('/sandbox/speed', async () => speedBody(speed));

		server.put('/sandbox/speed', async (request) => {
			controls.setSpeed(parse(speedSchema, await readJson(request, noJson)));
			return speedBody(speed);
		});

		server.get('/sandbox/faults', async () => ({ armed: faults.rules.length }));

		server.post('/sandbox/faults', async (request) => {
			faults.arm(toRule(parse(ruleSchema, await readJson(request, noJson))));
			return { armed: faults.rules.length };
		});

		server.delete('/sandbox/faults', async () => {
			faults.clear();
			return { armed: 0 };
		});

		server.get('/sandbox/requests', async () => ({ requests: log.all }));

		server.post('/sandbox/reset', async () => {
			controls.reset();
			return { reset: true };
		});
	};
}

export function isControlPath(path: string): boolean {
	return path.startsWith('/sandbox/');
}

function toRule({ path, pathPattern, ...rest }: z.infer<typeof ruleSchema>): FaultRule {
	if ((path === undefined) === (pathPattern === undefined)) {
		throw new Refusal(400, { error: 'Either path or pathPattern is needed' });
	}
	return { ...rest, path: path ?? toExpression(pathPattern ?? '') };
}

function toExpression(pattern: string): RegExp {
	try {
		return new RegExp(pattern);
	} catch {
		throw new Refusal(400, { error: 'pathPattern is no regular expression' });
	}
}

function speedBody(speed: Speed): Record<string, number | null> {
	return Object.fromEntries(
		Object.entries(speed).map(([name, value]) => [name, value === Infinity ? null : value]),
	);
}

function parse<Schema extends z.ZodTypeAny>(schema: Schema, body: unknown): z.output<Schema> {
	const parsed = schema.safeParse(body);
	if (parsed.success) return parsed.data;
	const errors = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw new Refusal(400, { error: errors.join('; ') });
}

function noJson(): Refusal {
	return new Refusal(400, { error: 'The body is no JSON' });
}
