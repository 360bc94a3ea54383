import { createRequire } from 'node:module';
import type { Container as ContainerType } from '@n8n/di';

/**
 * n8n-core's own container of services. npm may install several versions of @n8n/di, each with a
 * container of its own, and a plain import can find one that knows none of n8n-core's services.
 */
export const requireFromCore = createRequire(require.resolve('n8n-core'));
const { Container }: { Container: typeof ContainerType } = requireFromCore('@n8n/di');

export const container: Pick<typeof ContainerType, 'get'> = Container;
