import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** What n8n shows above the output of a run: a sentence on each subject, for all items together. */
export class ExecutionHints {
	private readonly shown = new Map<string, NodeExecutionHint>();

	constructor(private readonly context: IExecuteFunctions) {}

	/** Shows a sentence, in place of what was said on the same subject before. */
	show(subject: string, message: string, type: NodeExecutionHint['type'] = 'warning'): void {
		const before = this.shown.get(subject);
		if (before !== undefined) {
			// n8n reads its hints when the node has ended, so what is known by then is what is shown.
			before.message = message;
			return;
		}
		const hint: NodeExecutionHint = { message, type, location: 'outputPane' };
		this.shown.set(subject, hint);
		if (canShowHints(this.context)) this.context.addExecutionHints(hint);
	}
}

/** Where a node is run by something other than n8n's engine, the function may be missing. */
function canShowHints(context: object): boolean {
	return 'addExecutionHints' in context;
}
