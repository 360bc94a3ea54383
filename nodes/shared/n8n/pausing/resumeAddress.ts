import type { IExecuteFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import { InputError } from '../../api/core/errors';
import type { Service } from '../../api/core/service';
import { isPrivate } from '../../api/privateHost';
import { isTool } from '../items/isTool';
import { webhookSecretOf } from '../service/webhookSecret';

/**
 * The last part of the address. With it only this node is called: without, a call that comes late would resume
 * a Wait node further on in the same execution.
 */
export const RESUME_PATH = 'assemblyai';

const WAIT_INSTEAD = 'Choose the wait mode Wait Until Finished';

/** Where nobody comes back to a paused execution, or whoever does takes something else for its result. */
const CANNOT_PAUSE: Partial<Record<WorkflowExecuteMode, string>> = {
	cli: 'An execution that was started on the command line cannot pause until AssemblyAI calls back',
	evaluation: 'An evaluation cannot pause until AssemblyAI calls back',
	integrated: 'A sub-workflow cannot pause until AssemblyAI calls back',
	internal: 'This execution cannot pause until AssemblyAI calls back',
};

/**
 * Where AssemblyAI calls this execution back while it pauses.
 * @throws InputError where a pause would not hold, or no call could come or be believed
 */
export async function resumeAddress(
	context: IExecuteFunctions,
	service: Pick<Service, 'speechToTextUrl'>,
): Promise<string> {
	const why = whyNoPause(context);
	if (why !== undefined) throw new InputError(why, { hint: `${WAIT_INSTEAD}.` });
	if (context.getWorkflowSettings().saveDataSuccessExecution === 'none') {
		throw new InputError(
			'The settings of this workflow do not save successful executions, and some versions of n8n then delete one that pauses',
			{ hint: `Set Save Successful Production Executions to Save. Or ${lower(WAIT_INSTEAD)}.` },
		);
	}
	if ((await webhookSecretOf(context)) === undefined) {
		throw new InputError('The AssemblyAI credential has no Webhook Secret', {
			hint: `Give it one, any long random text: it tells that AssemblyAI calls this execution back and nobody else. Or ${lower(WAIT_INSTEAD)}.`,
		});
	}
	const url = addressIn(context);
	if (isPrivate(url.href) && !isPrivate(service.speechToTextUrl)) {
		throw new InputError(
			`AssemblyAI cannot call n8n back at ${url.host}, which is within a network`,
			{
				hint: `n8n has to be reachable from the internet: set its environment variable WEBHOOK_URL to the address that is. Or ${lower(WAIT_INSTEAD)}.`,
			},
		);
	}
	return url.href;
}

function whyNoPause(context: IExecuteFunctions): string | undefined {
	if (isTool(context)) return 'A tool of an AI agent cannot pause until AssemblyAI calls back';
	return CANNOT_PAUSE[context.getMode()];
}

/** n8n 2 adds a token of the execution to the address, as its query. */
function addressIn(context: IExecuteFunctions): URL {
	const told = String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	if (!URL.canParse(told)) {
		throw new InputError('n8n does not tell where it can be called back', {
			hint: `Set its environment variable WEBHOOK_URL. Or ${lower(WAIT_INSTEAD)}.`,
		});
	}
	const url = new URL(told);
	url.pathname = `${url.pathname}/${RESUME_PATH}`;
	return url;
}

function lower(sentence: string): string {
	return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
