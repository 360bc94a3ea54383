import type { Submission } from '../../../nodes/shared/transcript/submitOnce';
import { ID, jobReply, jsonReply } from './replies';
import type { ScriptedHttp } from './services/scriptedHttp';

export const URL_OF_UPLOAD = 'https://cdn.test/upload/1';
export const upload: Submission = {
	work: 'item 0',
	audioUrl: async () => URL_OF_UPLOAD,
	isUpload: true,
	parameters: { speaker_labels: true },
};
export const ownUrl: Submission = { ...upload, isUpload: false };
export const notNeeded: Submission = {
	...upload,
	audioUrl: async () => {
		throw new Error('nothing should be uploaded');
	},
};
export const accepted = jobReply('queued');
export const pageOf = (...jobs: Array<[id: string, audioUrl: string]>) =>
	jsonReply({
		page_details: { prev_url: null },
		transcripts: jobs.map(([id, audio_url]) => ({
			...{ id, audio_url, status: 'queued', created: '2026-11-22T10:00:00' },
		})),
	});
export const nothingListed = pageOf(['other', 'https://cdn.test/upload/2']);

/** How often a lost job is looked for within two minutes, with pauses of 2, 4, 8, 16 and three times 30 seconds. */
const LOOKS = 8;
export const neverListed = Array.from({ length: LOOKS }, () => nothingListed);

export const sent = ({ requests }: ScriptedHttp) =>
	requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
export const POST = 'POST /v2/transcript';
export const LIST = 'GET /v2/transcript';
export const GET = `GET /v2/transcript/${ID}`;
export const LISTS = Array.from({ length: LOOKS }, () => LIST);
