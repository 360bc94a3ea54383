import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Google's token service, for service accounts. */
export function googleToken(server: FastifyInstance): void {
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		async (_: unknown, body: string) => body,
	);
	server.post('/token', async () => ({ access_token: 'token', expires_in: 3600 }));
}

const sheet = {
	properties: {
		sheetId: 7,
		title: 'Calls',
		gridProperties: { rowCount: 1000, columnCount: 26 },
	},
};

const valueRange = z.object({ values: z.array(z.array(z.unknown())) });
type Range = { Params: { range: string } };

/** As much of Google Sheets as appending takes: a sheet that is empty and keeps what is written. */
export function googleSheets(server: FastifyInstance): void {
	const rows: unknown[][] = [];
	server.get('/v4/spreadsheets/:id', async () => ({ sheets: [sheet] }));
	server.post('/v4/spreadsheets/*', async () => ({ replies: [] }));
	server.get<Range>('/v4/spreadsheets/:id/values/:range', async ({ params: { range } }) => {
		const row = rowOf(range);
		const values = row === undefined ? rows : rows.slice(row - 1, row);
		return { range, ...(values.length > 0 && { values }) };
	});
	server.put<Range>('/v4/spreadsheets/:id/values/:range', async ({ params: { range }, body }) => {
		const { values } = valueRange.parse(body);
		rows.splice((rowOf(range) ?? 1) - 1, values.length, ...values);
		return { updatedRange: range, updatedRows: values.length };
	});
}

/** The first row of a range in A1 notation, where it names one: 2 for `Calls!2:2` and for `Calls!A2`. */
function rowOf(range: string): number | undefined {
	const [row] = /\d+/.exec(range.split('!')[1] ?? '') ?? [];
	return row === undefined ? undefined : Number(row);
}
