import { z } from 'zod';
import {
	AssemblyAiError,
	ConnectionError,
	NotSentError,
	type ConnectionFailure,
} from '../../api/core/errors';
import { shortened } from '../../api/core/errorText';
import type { HttpRequest } from '../../api/core/httpClient';

interface KnownFailure {
	failure: ConnectionFailure;
	/** In words, because n8n replaces any message that contains a code. */
	why: string;
	hint?: string;
}

const CHECK_CONNECTION =
	'Check that n8n can reach this address (proxy, firewall, DNS) and that the region of the credential is right, then run the item again.';

const TIMEOUT: KnownFailure = { failure: 'timeout', why: 'no reply came in time' };
const LOST: KnownFailure = { failure: 'lost', why: 'the connection was lost' };
const NOT_TRUSTED: KnownFailure = {
	failure: 'unreachable',
	why: 'its TLS certificate is not trusted',
	hint: "Where a proxy or a firewall opens TLS connections, its certificate comes in place of AssemblyAI's: give the certificate of its authority to n8n with the environment variable NODE_EXTRA_CA_CERTS.",
};
const NO_TLS: KnownFailure = {
	failure: 'lost',
	why: 'no TLS connection could be made',
	hint: 'Check whether the address in the credential begins with the right one of http:// and https://, and whether a proxy stands between.',
};

const FAILURES: ReadonlyMap<string, KnownFailure> = new Map(
	Object.entries({
		ECONNREFUSED: { failure: 'unreachable', why: 'the connection was refused' },
		ENOTFOUND: { failure: 'unreachable', why: 'the host name is not known' },
		EAI_AGAIN: { failure: 'unreachable', why: 'the host name could not be looked up' },
		EHOSTUNREACH: { failure: 'unreachable', why: 'there is no route to the host' },
		ENETUNREACH: { failure: 'unreachable', why: 'there is no route to the network' },
		CERT_HAS_EXPIRED: { failure: 'unreachable', why: 'its TLS certificate has expired' },
		CERT_NOT_YET_VALID: {
			failure: 'unreachable',
			why: 'its TLS certificate is not valid yet',
			hint: 'Check the clock of the machine that n8n runs on.',
		},
		ERR_TLS_CERT_ALTNAME_INVALID: {
			failure: 'unreachable',
			why: 'its TLS certificate is for another host name',
		},
		DEPTH_ZERO_SELF_SIGNED_CERT: NOT_TRUSTED,
		SELF_SIGNED_CERT_IN_CHAIN: NOT_TRUSTED,
		UNABLE_TO_GET_ISSUER_CERT: NOT_TRUSTED,
		UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NOT_TRUSTED,
		UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOT_TRUSTED,
		EPROTO: NO_TLS,
		ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
		ECONNABORTED: TIMEOUT,
		ETIMEDOUT: TIMEOUT,
	} satisfies Record<string, KnownFailure>),
);

const failedRequest = z.object({
	httpCode: z.string().nullish(),
	code: z.string().nullish(),
	cause: z.object({ code: z.string().nullish() }).nullish(),
});

/**
 * Why an exchange ended without a reply.
 * @param error of n8n's helper or of reading the reply. It is left out of the result on purpose: it holds the
 * request with its API key.
 */
export function failedExchange(error: unknown, request: HttpRequest): AssemblyAiError {
	if (error instanceof AssemblyAiError) return error;
	const parsed = failedRequest.safeParse(error);
	const { cause, httpCode, code } = parsed.success ? parsed.data : {};
	return connectionError(request, FAILURES.get(cause?.code ?? httpCode ?? code ?? '') ?? LOST);
}

export function noReplyInTime(request: HttpRequest): ConnectionError {
	return connectionError(request, TIMEOUT);
}

function connectionError(
	{ url }: HttpRequest,
	{ failure, why, hint = CHECK_CONNECTION }: KnownFailure,
): ConnectionError {
	const { origin } = new URL(url);
	return new ConnectionError(`No reply from AssemblyAI at ${origin}: ${why}`, failure, { hint });
}

/** What n8n throws by itself: its network library gives a code, or says that an error is its own. */
const ownFailure = z.object({
	message: z.string().min(1),
	description: z.string().nullish(),
	code: z.null().optional(),
	isAxiosError: z.literal(false).optional(),
});

/**
 * The error where n8n refused or failed before anything left it, in n8n's own words: its protection against
 * server-side request forgery, a domain that the credential may not be used for, a credential that cannot be read.
 * @param error of n8n's helper, which wraps what happened as the cause of an error of its own
 * @returns nothing where the network failed
 */
export function notSent(
	error: unknown,
	{ url }: HttpRequest,
	blotted: (text: string) => string,
): NotSentError | undefined {
	if (!(error instanceof Error) || !(error.cause instanceof Error)) return undefined;
	const own = ownFailure.safeParse(error.cause);
	if (!own.success) return undefined;
	const { message, description } = own.data;
	const { origin } = new URL(url);
	return new NotSentError(
		`n8n did not send the request to AssemblyAI at ${origin}: ${shortened(blotted(message))}`,
		{
			hint:
				shortened(blotted(description ?? '')) || 'Check the credential, and what n8n may reach.',
		},
	);
}
