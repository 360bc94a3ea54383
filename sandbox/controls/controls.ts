import type { FaultList } from '../faults/faults';
import type { PromptCache } from '../gateway/promptCache';
import type { RateLimit } from '../gateway/rateLimit';
import type { Speed } from '../options';
import type { RequestLog } from '../server/requestLog';
import type { JobRunner } from '../speechToText/jobs/jobRunner';
import type { RedactedAudioLinks } from '../speechToText/documents/redactedAudioLinks';
import type { UploadStore } from '../recordings/uploads';

/** What a running sandbox can be told, from code or over HTTP. */
export interface Controls {
	setSpeed(change: Partial<Speed>): void;
	/** Forgets requests, faults, transcripts and uploads; the speed stays. */
	reset(): void;
}

export function makeControls(parts: {
	speed: Speed;
	log: RequestLog;
	faults: FaultList;
	rateLimit: RateLimit;
	promptCache: PromptCache;
	links: RedactedAudioLinks;
	runner: JobRunner;
	uploads: UploadStore;
}): Controls {
	return {
		setSpeed: (change) => {
			Object.assign(parts.speed, change);
			parts.runner.speedChanged();
		},
		reset: () => {
			parts.log.clear();
			parts.faults.clear();
			parts.rateLimit.clear();
			parts.promptCache.clear();
			parts.links.clear();
			void parts.runner.clear();
			void parts.uploads.clear();
		},
	};
}
