import { createRequire } from 'node:module';
import { z } from 'zod';
import { container, requireFromCore } from './container';

const requireFromNetwork = createRequire(requireFromCore.resolve('@n8n/backend-network'));

const configModule = z.object({
	SsrfProtectionConfig: z.custom<new () => { enabled: boolean }>((it) => typeof it === 'function'),
});

/** Switches n8n's protection against server-side request forgery, which refuses private addresses; off by default. */
export function refusePrivateAddresses(enabled: boolean): void {
	const { SsrfProtectionConfig } = configModule.parse(requireFromNetwork('@n8n/config'));
	container.get(SsrfProtectionConfig).enabled = enabled;
}
