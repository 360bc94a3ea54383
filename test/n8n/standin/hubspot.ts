import type { FastifyInstance } from 'fastify';

/** As much of HubSpot as the examples use (HubSpot API, legacy deals and contacts). */
export function hubspot(server: FastifyInstance): void {
	server.put<{ Params: { id: string } }>('/deals/v1/deal/:id', async ({ params }) => ({
		dealId: Number(params.id),
		isDeleted: false,
	}));
	server.post('/contacts/v1/contact/createOrUpdate/email/:email', async () => ({
		vid: 51,
		isNew: true,
	}));
}
