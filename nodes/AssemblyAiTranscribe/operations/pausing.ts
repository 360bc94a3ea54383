import type { IExecuteFunctions } from 'n8n-workflow';
import type { Service } from '../../shared/api/core/service';
import type { Transcript } from '../../shared/api/transcriptSchema';
import { waitMode, waitModeField } from '../../shared/n8n/parameters/commonFields';
import { readParameter } from '../../shared/n8n/parameters/readParameter';
import { resumeAddress } from '../../shared/n8n/pausing/resumeAddress';
import type { Run } from '../../shared/n8n/items/runItems';
import type { JobStatuses } from '../../shared/transcript/waiting/jobStatuses';
import { waitBriefly } from '../../shared/transcript/waiting/waitBriefly';

/**
 * Where AssemblyAI is to call this execution back, if the user chose to pause it. Asked for once for all items,
 * before anything is uploaded: the wait mode takes no expression.
 * @throws InputError where it cannot pause
 */
export async function chosenResumeAddress(
	context: IExecuteFunctions,
	service: Service,
): Promise<string | undefined> {
	const isToPause = readParameter(context, 0, waitModeField, waitMode) === 'webhook';
	return isToPause ? await resumeAddress(context, service) : undefined;
}

/** Whether AssemblyAI calls this address when the job ends. A job of an earlier execution has another one, or none. */
export function callsBackAt(address: string, { webhook_url: told }: Transcript): boolean {
	return told === undefined || told === address;
}

/** What a wait shares with the others of its run. */
interface Waiting {
	run: Run;
	service: Service;
	jobStatuses: JobStatuses;
}

/** The transcript after so long at most, finished or not: what goes on then is paused for. */
export async function briefly(
	{ run, service, jobStatuses }: Waiting,
	transcript: Transcript,
	timeLimitMs: number,
): Promise<Transcript> {
	return await waitBriefly(service, transcript, {
		timeLimitMs,
		isHalted: run.isHalted,
		jobStatuses,
	});
}
