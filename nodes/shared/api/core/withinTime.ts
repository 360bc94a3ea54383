import type { Service } from './service';

/** The same service, of which no exchange takes longer than this. */
export function withinTime(service: Service, mostMs: number): Service {
	return {
		...service,
		http: async (request) =>
			await service.http({ ...request, timeoutMs: Math.min(request.timeoutMs, mostMs) }),
	};
}
