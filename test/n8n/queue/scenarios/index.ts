import { callToCrm } from '../../scenarios/examples/callToCrm';
import { callToHubspot } from '../../scenarios/examples/callToHubspot';
import { credential } from '../../scenarios/credential';
import { failedCalls } from '../../scenarios/examples/failedCalls';
import { scorecard } from '../../scenarios/examples/scorecard';
import type { QueueScenario } from '../QueueWorld';
import { killed } from './killed';
import { parked } from './parked';
import { pausedAtWebhooks } from './pausedAtWebhooks';
import { pausedByCall } from './pausedByCall';
import { ranOnWorkers } from './ranOnWorkers';
import { stoppedInTime } from './stoppedInTime';
import { stoppedTooLate } from './stoppedTooLate';

/** The same examples as in one process, and what becomes of a call whose worker goes away. */
export const queueScenarios: QueueScenario[] = [
	credential,
	callToCrm,
	callToHubspot,
	scorecard,
	failedCalls,
	ranOnWorkers,
	stoppedInTime,
	stoppedTooLate,
	killed,
	parked,
	pausedByCall,
	pausedAtWebhooks,
];
