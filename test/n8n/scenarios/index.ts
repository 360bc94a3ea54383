import type { Chromium } from '../install/chromium';
import { agentWithTools } from './agentWithTools';
import { callBack } from './callBack';
import { callToCrm } from './callToCrm';
import { callToHubspot } from './callToHubspot';
import { credential } from './credential';
import { driveToNotes } from './driveToNotes';
import { editorScenario } from './editor';
import { failedCalls } from './failedCalls';
import { importAll } from './importAll';
import { longCalls } from './longCalls';
import { mailToHubspot } from './mailToHubspot';
import { pausedCalls, pausedFailures } from './pausedCalls';
import { scorecard } from './scorecard';
import type { Scenario } from './World';

/** What the server alone shows: everything but the editor. */
export const serverScenarios: Scenario[] = [
	credential,
	callToCrm,
	callBack,
	longCalls,
	pausedCalls,
	pausedFailures,
	callToHubspot,
	mailToHubspot,
	scorecard,
	driveToNotes,
	agentWithTools,
	failedCalls,
	importAll,
];

/** @param shots folder for the screenshots */
export function editorScenarios(chromium: Chromium | undefined, shots: string): Scenario[] {
	return chromium ? [editorScenario(chromium, shots)] : [];
}
