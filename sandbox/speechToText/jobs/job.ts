import { randomUUID } from 'node:crypto';
import type { TranscriptRequest } from '../request/requestFields';
import type { CallBackFault } from '../../faults/faults';
import type { SpokenContent } from './spokenContent';

export type JobStatus = 'queued' | 'processing' | 'completed' | 'error';

/** One submitted transcript, from acceptance to its end. */
export interface Job {
	readonly id: string;
	/** As it was sent, which is what a transcript echoes. */
	readonly request: TranscriptRequest;
	/** What of it was done: the language that was detected may lack a feature. */
	applied: TranscriptRequest;
	/** The service's address as the submitter knew it; links in answers start with it. */
	readonly origin: string;
	readonly createdAt: Date;
	status: JobStatus;
	completedAt: Date | null;
	/** Set when `status` is `completed`. */
	content: SpokenContent | undefined;
	/** Set when `status` is `error`. */
	error: string | null;
	/** What goes wrong with its call-back. */
	callBackFault: CallBackFault | undefined;
	/** What the submitter's server answered to the webhook. */
	webhookStatusCode: number | null;
	deleted: boolean;
	/** Settles when the job has ended or was given up; never rejects. */
	finished: Promise<void>;
}

export function newJob(request: TranscriptRequest, origin: string, status: JobStatus): Job {
	return {
		id: randomUUID(),
		request,
		applied: request,
		origin,
		createdAt: new Date(),
		status,
		completedAt: null,
		content: undefined,
		error: null,
		callBackFault: undefined,
		webhookStatusCode: null,
		deleted: false,
		finished: Promise.resolve(),
	};
}
