import { Refusal, TOKEN_INVALID } from '../server/refusal';

/** The Gateway's answer to everything but a wrong key (LLM Gateway reference, ErrorResponse; since June 2026). */
export function gatewayRefusal(
	requestId: string,
	code: number,
	message: string,
	errors?: string[],
	headers?: Record<string, string>,
): Refusal {
	const metadata = errors === undefined ? {} : { metadata: { errors } };
	return new Refusal(code, { code, message, request_id: requestId, ...metadata }, headers);
}

/** The stage before the Gateway proper has an envelope of its own. */
export function authRefusal(requestId: string, verdict: 'invalid' | 'absent'): Refusal {
	const error =
		verdict === 'invalid'
			? TOKEN_INVALID
			: 'Your account does not have access to LLM Gateway. Please upgrade or contact us at support@assemblyai.com for more information.';
	return new Refusal(401, { error, status: 'error', request_id: requestId });
}
