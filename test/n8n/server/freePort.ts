import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A port of the loopback address that nobody listens on.
 * @param wanted is taken where it is free
 */
export async function freePort(wanted?: number): Promise<number> {
	if (wanted !== undefined && !(await isTaken(wanted))) return wanted;
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port is free');
	return address.port;
}

/** Asks by the name `localhost`, as a browser does: another server may have the port on IPv6 only. */
async function isTaken(port: number): Promise<boolean> {
	const socket = connect({ host: 'localhost', port });
	const answers = await once(socket, 'connect').then(
		() => true,
		() => false,
	);
	socket.destroy();
	return answers;
}
