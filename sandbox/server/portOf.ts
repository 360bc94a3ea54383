import type { AddressInfo } from 'node:net';

/** What listens, as far as its address goes. */
interface Listening {
	address(): AddressInfo | string | null;
}

/** @throws Error for a server that does not listen on a port */
export function portOf(server: Listening): number {
	const address = server.address();
	if (address === null || typeof address === 'string') {
		throw new Error('The server does not listen on a port');
	}
	return address.port;
}
