import { withinTime } from '../api/core/withinTime';
import type { Service } from '../api/core/service';

/** AssemblyAI waits ten seconds for an answer and then calls again; the rest is for n8n. */
const READ_LIMIT_MS = 8_000;

/** The same service, given up in time for the caller to be answered. */
export function answeringInTime(service: Service): Service {
	return withinTime(service, READ_LIMIT_MS);
}
