import { generateKeyPairSync } from 'node:crypto';
import type { CredentialReference } from '../client/Session';
import type { World } from './World';

/** A service account of Google's, with a key of its own that the stand-in never looks at. */
export async function googleCredential({ session }: World): Promise<CredentialReference> {
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
	return await session.createCredential('Google', 'googleApi', {
		email: 'calls@example.com',
		privateKey,
	});
}
