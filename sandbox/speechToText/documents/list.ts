import { z } from 'zod';
import { speechToTextRefusal } from '../../server/refusal';
import type { Job } from '../jobs/job';
import { DELETED_URL } from './transcriptBody';

const querySchema = z.object({
	limit: z.coerce.number().int().min(1).max(200).default(10),
	status: z.enum(['queued', 'processing', 'completed', 'error']).optional(),
	created_on: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.optional(),
	before_id: z.string().uuid().optional(),
	after_id: z.string().uuid().optional(),
	throttled_only: z.enum(['true', 'false']).optional(),
});

/**
 * A page of transcripts, newest first. `prev_url` leads to older ones, `next_url` to newer ones
 * (AssemblyAI API reference, List transcripts).
 */
export function listPage(newestFirst: Job[], query: unknown, origin: string): unknown {
	// An empty value counts as left out: the official SDK sends `after_id=` for an option that is undefined.
	const filled = Object.entries(z.record(z.string(), z.unknown()).parse(query)).filter(
		([, value]) => value !== '',
	);
	const parsed = querySchema.safeParse(Object.fromEntries(filled));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw speechToTextRefusal(400, `${issue?.path.join('.')}: ${issue?.message}`);
	}
	const { limit, status, created_on, before_id, after_id } = parsed.data;
	const matching = newestFirst.filter(
		(job) =>
			(status === undefined || job.status === status) &&
			(created_on === undefined || job.createdAt.toISOString().startsWith(created_on)),
	);
	const { page, hasOlder, hasNewer } = cut(matching, newestFirst, limit, before_id, after_id);
	const link = (position: Record<string, string>) => {
		const kept = {
			limit: String(limit),
			...(status && { status }),
			...(created_on && { created_on }),
		};
		return `${origin}/v2/transcript?${new URLSearchParams({ ...kept, ...position }).toString()}`;
	};
	const [newest, oldest] = [page[0], page[page.length - 1]];
	return {
		page_details: {
			limit,
			result_count: page.length,
			current_url: link({ ...(before_id && { before_id }), ...(after_id && { after_id }) }),
			prev_url: hasOlder && oldest ? link({ before_id: oldest.id }) : null,
			next_url: hasNewer && newest ? link({ after_id: newest.id }) : null,
		},
		transcripts: page.map((job) => listItem(job, origin)),
	};
}

function cut(
	matching: Job[],
	all: Job[],
	limit: number,
	beforeId: string | undefined,
	afterId: string | undefined,
): { page: Job[]; hasOlder: boolean; hasNewer: boolean } {
	// Positions among all transcripts, so that the cursor may be one that the filter leaves out.
	const position = new Map(all.map((job, index) => [job.id, index]));
	const before = beforeId === undefined ? -1 : (position.get(beforeId) ?? Infinity);
	const after = afterId === undefined ? Infinity : (position.get(afterId) ?? -1);
	const between = matching.filter((job) => {
		const index = position.get(job.id) ?? 0;
		return index > before && index < after;
	});
	const page = afterId === undefined ? between.slice(0, limit) : between.slice(-limit);
	const [newest, oldest] = [page[0], page[page.length - 1]];
	return {
		page,
		hasOlder: oldest !== undefined && matching.indexOf(oldest) < matching.length - 1,
		hasNewer: newest !== undefined && matching.indexOf(newest) > 0,
	};
}

function listItem(job: Job, origin: string): unknown {
	return {
		id: job.id,
		resource_url: `${origin}/v2/transcript/${job.id}`,
		status: job.status,
		created: withoutZone(job.createdAt),
		completed: job.status === 'completed' && job.completedAt ? withoutZone(job.completedAt) : null,
		audio_url: job.deleted ? DELETED_URL : job.request.audio_url,
		error: job.error,
	};
}

/** The service writes its times in UTC without saying so. */
function withoutZone(date: Date): string {
	return date.toISOString().replace('Z', '');
}
