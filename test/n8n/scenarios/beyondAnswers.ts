import { Editor } from '../browser/Editor';
import { openBrowser } from '../browser/openBrowser';
import { seeOutput, type SeenOutput } from '../browser/seeOutput';
import { stepsInSight } from '../browser/stepsInSight';
import type { Chromium } from '../install/chromium';
import { googleAccount } from './examples/scorecard';
import { importExample } from './examples/runExample';
import type { Scenario } from './World';

type Seen = Omit<SeenOutput, 'workflowId' | 'webhook'> & { file: string; path: string };

const ASK = 'LLM Gateway Ask Questions';

/** What each of these examples adds to answers, where a user looks for it. */
const SEEN: Seen[] = [
	{
		file: 'call-scorecard-to-sheet.json',
		path: 'call-scorecard',
		fields: { agent: 'Dana' },
		node: ASK,
		form: 'json',
		first: 'answers',
		text: 'notApplicable',
		parameter: 'points',
		shot: 'scorecard',
	},
	{
		file: 'call-reviewed-before-crm.json',
		path: 'call-review',
		fields: { crm_record_id: 'DEAL-7' },
		node: ASK,
		form: 'json',
		first: 'answers',
		text: 'unknownAnswer',
		parameter: 'needsReviewOutput',
		shot: 'needs-review',
	},
	{
		file: 'call-coaching-to-slack.json',
		path: 'call-coaching',
		fields: { agent: 'Dana' },
		node: 'Get Talk Metrics',
		form: 'json',
		first: 'transcriptId',
		text: 'longestMonologueMs',
		shot: 'talk-metrics',
	},
	{
		file: 'call-quotes-to-slack.json',
		path: 'call-quotes',
		node: 'Clip Quotes',
		form: 'binary',
		first: 'File Name',
		text: 'audio/mpeg',
		shot: 'clip-quotes',
	},
];

/** @param shots folder for the screenshots */
export function beyondAnswersScenario(chromium: Chromium, shots: string): Scenario {
	return {
		title: 'Scores, reviews, metrics and clips in the editor',
		isForPictures: true,
		async run(world) {
			const { n8n, session, steps, cleanup } = world;
			const token = { accessToken: 'xoxb-token' };
			const slackApi = await session.createCredential('Slack in the editor', 'slackApi', token);
			const googleApi = await googleAccount(session);
			const others = {
				Slack: { slackApi },
				'Ask a person': { slackApi },
				'Google Sheets': { googleApi },
			};
			const { page } = await openBrowser(chromium, cleanup);
			const editor = new Editor(page, n8n.url, shots);
			await editor.logIn();
			const see = stepsInSight(page, steps);
			for (const { file, path, ...seen } of SEEN) {
				const { id: workflowId } = await importExample(world, file, others);
				await see(`Run it from the editor, look at ${seen.node}`, async () => {
					const webhook = `${n8n.url}/webhook-test/${path}`;
					await seeOutput(editor, { ...seen, workflowId, webhook });
				});
			}
		},
	};
}
