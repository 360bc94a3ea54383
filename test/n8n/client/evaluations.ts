import { z } from 'zod';
import { eventually } from '../../support/n8n/eventually';
import type { Session } from './Session';

export type TableRow = Record<string, string>;

const UNFINISHED = ['new', 'running'];

const idOf = z.object({ id: z.string() });

const runSchema = z.object({
	id: z.string(),
	status: z.string(),
	metrics: z.record(z.string(), z.number()).nullish(),
	errorCode: z.string().nullish(),
	errorDetails: z.unknown(),
});

export type EvaluationRun = z.infer<typeof runSchema>;

/** A data table of texts, as it is made of a CSV file. @returns its ID */
export async function createDataTable(
	session: Session,
	name: string,
	rows: readonly TableRow[],
): Promise<string> {
	const tables = await tablesOf(session);
	const columns = Object.keys(rows[0] ?? {}).map((column) => ({ name: column, type: 'string' }));
	const { id } = await session.request(idOf, 'POST', tables, { name, columns });
	const body = { data: rows, returnType: 'count' };
	await session.request(z.unknown(), 'POST', `${tables}/${id}/insert`, body);
	return id;
}

/** The rows as they are now, with the columns that a run has added. */
export async function rowsOf(
	session: Session,
	tableId: string,
): Promise<Array<Record<string, unknown>>> {
	const listed = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
	const tables = await tablesOf(session);
	return (await session.request(listed, 'GET', `${tables}/${tableId}/rows`)).data;
}

async function tablesOf(session: Session): Promise<string> {
	const { id } = await session.request(idOf, 'GET', '/rest/projects/personal');
	return `/rest/projects/${id}/data-tables`;
}

/** "Run Test" in the Evaluations tab. @returns the run once it has ended */
export async function runEvaluation(session: Session, workflowId: string): Promise<EvaluationRun> {
	const runs = `/rest/workflows/${workflowId}/test-runs`;
	await session.request(z.unknown(), 'POST', `${runs}/new`, {});
	return await eventually('the evaluation to end', 120_000, async () => {
		const [latest] = await session.request(z.array(runSchema), 'GET', runs);
		return latest && !UNFINISHED.includes(latest.status) ? latest : undefined;
	});
}
