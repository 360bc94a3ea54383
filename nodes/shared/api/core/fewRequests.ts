import { limiterOf } from '../../limiter';
import type { Service } from './service';

/** Enough to hide the time on the way; more would open a connection for every item of a large run. */
const REQUESTS_AT_ONCE = 10;

/**
 * The same service, with few requests in flight however many items ask. Waiting between requests takes no
 * place, so that items that wait do not hold up the others.
 */
export function withFewRequests(service: Service): Service {
	const atOnce = limiterOf(REQUESTS_AT_ONCE);
	return {
		...service,
		http: async (request) => await atOnce(async () => await service.http(request)),
	};
}
