import type { Chromium } from '../install/chromium';
import { agentWithTools } from './examples/agentWithTools';
import { agentOnGateway } from './examples/agentOnGateway';
import { beyondAnswersScenario } from './beyondAnswers';
import { callBack } from './callBack';
import { callToCrm } from './examples/callToCrm';
import { callToHubspot } from './examples/callToHubspot';
import { coaching } from './examples/slack/coaching';
import { credential } from './credential';
import { driveToNotes } from './examples/driveToNotes';
import { editorScenario } from './editor';
import { evaluationOfAnswers } from './examples/evaluationOfAnswers';
import { failedCalls } from './examples/failedCalls';
import { freshNodesScenario } from './freshNodes';
import { importAll } from './examples/importAll';
import { labelsScenario } from './labels';
import { longCalls } from './examples/longCalls';
import { mailToHubspot } from './examples/mailToHubspot';
import { pausedCalls, pausedFailures } from './pausedCalls';
import { pausedInEditorScenario } from './pausedInEditor';
import { pausedLoop } from './pausedLoop';
import { quotesToSlack } from './examples/slack/quotesToSlack';
import { reviewedCall } from './examples/slack/reviewedCall';
import { recordingsAsTheyCome } from './recordings/recordingsAsTheyCome';
import { scorecard } from './examples/scorecard';
import { weeklyDigest } from './examples/slack/weeklyDigest';
import type { Scenario } from './World';

/** What the server alone shows: everything but the editor. */
export const serverScenarios: Scenario[] = [
	credential,
	callToCrm,
	callBack,
	longCalls,
	pausedCalls,
	pausedFailures,
	pausedLoop,
	callToHubspot,
	mailToHubspot,
	scorecard,
	reviewedCall,
	quotesToSlack,
	coaching,
	weeklyDigest,
	driveToNotes,
	agentWithTools,
	recordingsAsTheyCome,
	agentOnGateway,
	failedCalls,
	evaluationOfAnswers,
	importAll,
];

/** @param shots folder for the screenshots */
export function editorScenarios(chromium: Chromium | undefined, shots: string): Scenario[] {
	if (!chromium) return [];
	const scenarios = [
		labelsScenario,
		freshNodesScenario,
		pausedInEditorScenario,
		beyondAnswersScenario,
		editorScenario,
	];
	return scenarios.map((scenario) => scenario(chromium, shots));
}
