import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Refusal } from './refusal';

/** Names under which a container reaches its host; nobody else can point them elsewhere. */
const OWN_NAMES = ['localhost', 'host.docker.internal', 'host.containers.internal'];

/**
 * Refuses what a web page of somebody else could send through the browser of this machine. A page whose name
 * was made to resolve to loopback gives itself away by `Host`, since an address cannot be rebound; any other
 * page by `Origin` or `Sec-Fetch-Site`, which scripts cannot set.
 */
export function refuseUninvited(headers: IncomingHttpHeaders, names: readonly string[]): void {
	const { host = '', origin, 'sec-fetch-site': site } = headers;
	const name = nameIn(host);
	if (isIP(name) === 0 && ![...OWN_NAMES, ...names].includes(name)) {
		throw new Refusal(421, {
			error: `This sandbox does not answer to the name ${name.slice(0, 100)}. If it is one of its own, start it with --allow-host.`,
		});
	}
	const isForeign = origin !== undefined && origin !== `http://${host}`;
	if (isForeign || site === 'cross-site' || site === 'same-site') {
		throw new Refusal(403, {
			error: 'This sandbox does not answer to web pages of other origins.',
		});
	}
}

/** Without port, and an IPv6 address without its brackets. */
function nameIn(host: string): string {
	const name = /^\[([^\]]*)\]/.exec(host)?.[1] ?? host.split(':')[0] ?? '';
	return name.toLowerCase();
}
