import type { AddressInfo } from 'node:net';

/** @throws when the server does not listen on a port */
export function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
	return address.port;
}
