import { createHash, timingSafeEqual } from 'node:crypto';

/** The header in which AssemblyAI gives back the secret that a job was submitted with. */
export const SECRET_HEADER = 'x-assemblyai-webhook-secret';

/**
 * Request parameters with the secret that their webhook is to be called with. A header that was set by hand
 * stays as it is.
 */
export function withSecretHeader(
	parameters: Record<string, unknown>,
	secret: string,
): Record<string, unknown> {
	if ('webhook_auth_header_name' in parameters || 'webhook_auth_header_value' in parameters) {
		return parameters;
	}
	return {
		...parameters,
		webhook_auth_header_name: SECRET_HEADER,
		webhook_auth_header_value: secret,
	};
}

/** Compares in a time that tells nothing about the secret. */
export function isSecret(received: string, secret: string): boolean {
	return timingSafeEqual(digestOf(received), digestOf(secret));
}

function digestOf(text: string): Uint8Array {
	return createHash('sha256').update(text).digest();
}
