import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { createCA, createCert } from 'mkcert';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { startProxy, type Proxy } from './proxy';

export interface SeenRequest {
	host: string;
	method: string;
	/** Without the query. */
	path: string;
	body: unknown;
}

const ISSUER = {
	organization: 'Test of n8n-nodes-assemblyai-ask',
	countryCode: 'XX',
	state: '-',
	locality: '-',
	validity: 1,
};

/**
 * Stands in for services that n8n's own nodes reach under fixed addresses, so that an example runs as it is.
 * n8n is told to go through a proxy on loopback, which leads these hosts to a server beside it and refuses
 * all others: nothing leaves the machine.
 */
export class Internet {
	private constructor(
		private readonly requests: SeenRequest[],
		private readonly proxy: Proxy,
		private readonly certificateFile: string,
	) {}

	/**
	 * @param services what each host answers
	 * @param folder where n8n finds the certificate to trust
	 */
	static async start(
		services: Record<string, (server: FastifyInstance) => void>,
		folder: string,
		cleanup: Cleanup,
	): Promise<Internet> {
		const hosts = Object.keys(services);
		const ca = await createCA(ISSUER);
		const { key, cert } = await createCert({ ca, domains: hosts, validity: 1 });
		const certificateFile = path.join(folder, 'ca.pem');
		await writeFile(certificateFile, ca.cert);

		const requests: SeenRequest[] = [];
		const server = fastify({ https: { key, cert }, forceCloseConnections: true });
		server.addHook('preHandler', async ({ hostname, method, url, body }) => {
			requests.push({ host: hostname, method, path: url.split('?')[0] ?? '', body });
		});
		for (const answer of Object.values(services)) answer(server);
		cleanup.add(async () => await server.close());
		const address = await server.listen({ host: '127.0.0.1', port: 0 });
		const proxy = await startProxy(hosts, Number(new URL(address).port), cleanup);
		return new Internet(requests, proxy, certificateFile);
	}

	/** For the process that is to live in this internet. */
	get environment(): NodeJS.ProcessEnv {
		return {
			HTTP_PROXY: this.proxy.url,
			HTTPS_PROXY: this.proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: this.certificateFile,
		};
	}

	/** What was asked so far. */
	to(method: string, path: RegExp): SeenRequest[] {
		return this.requests.filter((seen) => seen.method === method && path.test(seen.path));
	}
}
