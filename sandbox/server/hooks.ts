import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { judgeAuthorization } from './auth';
import { drain } from './bodies';
import { beginCall, callOf } from './call';
import { isControlPath } from '../controls/controlRoutes';
import { spoilReply } from '../faults/spoilReply';
import type { FaultList } from '../faults/faults';
import { Refusal } from './refusal';
import { refuseUninvited } from './visitors';
import type { RequestLog } from './requestLog';

export interface HookParts {
	apiKey: string;
	/** By which the sandbox may be called, beside addresses. */
	hostNames: readonly string[];
	faults: FaultList;
	log: RequestLog;
	/** Aborted when the sandbox closes: delays end. */
	closing: AbortSignal;
}

/** Around every request of both APIs: faults strike, the answer is logged, refusals become answers. */
export function addHooks(server: FastifyInstance, parts: HookParts): void {
	server.addHook('onRequest', async (request, reply) => {
		const call = beginCall(request);
		refuseUninvited(request.headers, parts.hostNames);
		if (isControlPath(call.path)) return;
		call.fault = parts.faults.strike(request.method, call.path);
		if (call.fault?.kind === 'reset') return cutOff(request, reply, parts);
		if (call.fault?.kind === 'delay') {
			await sleep(call.fault.ms, undefined, { signal: parts.closing });
		}
		if (call.fault?.kind === 'status') {
			const { status, body, headers } = call.fault;
			throw new Refusal(status, body ?? '', headers);
		}
	});

	server.addHook('onSend', async (request, reply, payload) => {
		writeLog(request, reply.statusCode, parts);
		return spoilReply(callOf(request).fault, reply, payload, parts.closing);
	});

	// A client that goes away while it sends never gets as far as an answer.
	server.addHook('onRequestAbort', async (request) => writeLog(request, 0, parts));

	server.setNotFoundHandler(async (request) => {
		await drain(request);
		throw new Refusal(404, '<!doctype html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n');
	});

	server.setErrorHandler(async (error, request, reply) => {
		await drain(request).catch(() => undefined);
		if (error instanceof Refusal) return await sendRefusal(error, reply);
		const text = error instanceof Error ? error.message : String(error);
		return await reply.code(500).send({ error: `${SERVER_ERROR} (sandbox: ${text})` });
	});
}

const SERVER_ERROR =
	'Internal server error. Please retry your request. If the error persists, please contact support@assemblyai.com';

async function sendRefusal({ status, body, headers }: Refusal, reply: FastifyReply) {
	const isHtml = typeof body === 'string' && /^\s*</.test(body);
	const type =
		typeof body === 'string' ? `text/${isHtml ? 'html' : 'plain'}; charset=utf-8` : JSON_TYPE;
	// `null` is a JSON body of its own; text goes out as it stands.
	const payload = typeof body === 'string' ? body : JSON.stringify(body);
	return await reply
		.code(status)
		.headers({ 'content-type': type, ...headers })
		.send(payload);
}

const JSON_TYPE = 'application/json; charset=utf-8';

function cutOff(request: FastifyRequest, reply: FastifyReply, parts: HookParts): void {
	writeLog(request, 0, parts);
	reply.hijack();
	request.raw.socket.destroy();
}

function writeLog(request: FastifyRequest, status: number, parts: HookParts): void {
	const call = callOf(request);
	if (call.logged || isControlPath(call.path)) return;
	call.logged = true;
	parts.log.add({
		method: request.method,
		path: call.path,
		query: flatten(request.query),
		status,
		at: call.at,
		bodyBytes: call.bodyBytes,
		...(call.json === undefined ? {} : { json: call.json }),
		headers: withoutSecrets(request, call.path, parts.apiKey),
	});
}

function flatten(query: unknown): Record<string, string> {
	const entries = Object.entries(query !== null && typeof query === 'object' ? query : {});
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function withoutSecrets(
	request: FastifyRequest,
	path: string,
	apiKey: string,
): Record<string, string> {
	const headers = flatten(request.headers);
	const api = path.startsWith('/v1/') ? 'gateway' : 'speechToText';
	const verdict = judgeAuthorization(request.headers.authorization, apiKey, api);
	if (verdict !== 'absent') headers.authorization = verdict;
	return headers;
}
