import { InvalidReplyError } from '../../../../nodes/shared/api/core/errors';
import type { HttpClient } from '../../../../nodes/shared/api/core/httpClient';
import { listAllTranscripts, transcriptPages } from '../../../../nodes/shared/api/transcripts';
import { failureOf } from '../../../support/unit/failureOf';
import { jsonReply } from '../../../support/unit/replies';
import { serviceOver } from '../../../support/unit/services/service';
import { VirtualClock } from '../../../support/unit/virtualClock';

/** A service whose list is made as it is read. */
const listing = (pageAfter: (beforeId: string | undefined) => string[], hasMore = true) => {
	const asked: Array<string | undefined> = [];
	const http: HttpClient = async ({ query }) => {
		const beforeId = query?.before_id === undefined ? undefined : String(query.before_id);
		asked.push(beforeId);
		return jsonReply({
			page_details: { prev_url: hasMore ? 'https://api.test/older' : null },
			transcripts: pageAfter(beforeId).map((id) => ({ id, status: 'completed' })),
		});
	};
	return { service: serviceOver(http, new VirtualClock()), asked };
};

test('a list whose pages lead round in a circle is read once', async () => {
	const next: Record<string, string> = { start: 'a', a: 'b', b: 'c', c: 'a' };
	const { service, asked } = listing((beforeId = 'start') => [next[beforeId] ?? '']);
	const found = await listAllTranscripts(service, { limit: Infinity });
	expect(asked).toEqual([undefined, 'a', 'b', 'c']);
	expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'a']);
});

test('a list that shows the same page for ever is read once more', async () => {
	const { service, asked } = listing(() => ['a', 'b']);
	await listAllTranscripts(service, { limit: Infinity });
	expect(asked).toEqual([undefined, 'b']);
});

test('a list without end is given up, with what to do', async () => {
	let made = 0;
	const { service, asked } = listing(() => Array.from({ length: 200 }, () => `job-${++made}`));
	const error = await failureOf(
		listAllTranscripts(service, { limit: Infinity }),
		InvalidReplyError,
	);
	expect(error.message).toBe(
		"AssemblyAI's list of transcripts did not end after 200,000 of them, and nothing more was read",
	);
	expect(error.facts.hint).toBe(
		'Switch Return All off and set a limit, or filter by Created On, one day at a time.',
	);
	expect(asked).toHaveLength(1001);
});

test('an empty page that is not the last one is passed', async () => {
	const asked: unknown[] = [];
	const http: HttpClient = async ({ query }) => {
		asked.push(query?.before_id);
		const isFirst = query?.before_id === undefined;
		const prev_url = isFirst ? 'https://api.test/v2/transcript?limit=200&before_id=b' : null;
		const transcripts = isFirst ? [] : [{ id: 'a', status: 'queued' }];
		return jsonReply({ page_details: { prev_url }, transcripts });
	};
	const found = await listAllTranscripts(serviceOver(http, new VirtualClock()), { limit: 5 });
	expect(asked).toEqual([undefined, 'b']);
	expect(found.map(({ id }) => id)).toEqual(['a']);
});

test('a page of 200,000 entries is read like any other', async () => {
	const ids = Array.from({ length: 200_000 }, (_, index) => `job-${index}`);
	const { service } = listing(() => ids, false);
	expect(await listAllTranscripts(service, { limit: Infinity })).toHaveLength(200_000);
});

test('a page with more than was asked for gives what was', async () => {
	const { service } = listing(() => ['a', 'b', 'c']);
	expect((await listAllTranscripts(service, { limit: 2 })).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('nobody has to read to the end', async () => {
	let made = 0;
	const { service, asked } = listing(() => [`job-${++made}`]);
	for await (const { next } of transcriptPages(service, { limit: 1 })) if (next === 'job-3') break;
	expect(asked).toHaveLength(3);
});
