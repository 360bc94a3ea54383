import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';
import { TRANSCRIPT_ID } from '../../api/transcripts';
import { isObject } from '../../values';

const CONTEXT_KEY = 'assemblyAiPause';

/** What is needed to make the output of a job that goes on, besides the item that stands for it. */
export const pausedJob = z.object({
	transcriptId: z.string().regex(TRANSCRIPT_ID),
	simplify: z.boolean(),
	/** Sentences of our own about the recording. */
	warnings: z.array(z.string()),
	/** Fields of the item that tell which recording the output is of. */
	origin: z.array(z.string()),
	/** Whether the item has the fields of the input item as well. */
	includesInput: z.boolean(),
	talkMetrics: z.boolean(),
});

export type PausedJob = z.infer<typeof pausedJob>;

const pause = z.object({
	/** In milliseconds since the epoch. */
	since: z.number(),
	until: z.number(),
	/** One for each item that was put out; null for those that are finished. */
	jobs: z.array(pausedJob.nullable()),
});

export type Pause = z.infer<typeof pause>;

/** Kept in the node's context, which n8n saves with the execution and nobody sees among the fields. */
export function savePause(context: IExecuteFunctions, saved: Pause): void {
	context.getContext('node')[CONTEXT_KEY] = saved;
}

const item = z.object({
	json: z.custom<IDataObject>(isObject),
	binary: z.custom<IBinaryKeyData>(isObject).optional(),
	pairedItem: z.object({ item: z.number() }),
});

export type PausedItem = z.infer<typeof item>;

/**
 * What was saved, and the items that were put out, which n8n keeps as the input of the paused node. Both are
 * asked for by an expression: nothing else in a webhook's context gives them.
 * @throws ZodError when this execution does not pause here
 */
export function pausedRun(context: IWebhookFunctions): { pause: Pause; items: PausedItem[] } {
	const node = quoted(context.getNode().name);
	return {
		pause: pause.parse(evaluated(context, `$node[${node}].context[${quoted(CONTEXT_KEY)}]`)),
		items: z.array(item).parse(evaluated(context, '$input.all()')),
	};
}

function evaluated(context: IWebhookFunctions, expression: string): unknown {
	// As text, because what n8n hands out of an expression may be a view of its own data.
	const text = context.evaluateExpression(`{{ JSON.stringify(${expression}) }}`);
	return typeof text === 'string' ? JSON.parse(text) : undefined;
}

/** Braces would end the expression. */
function quoted(text: string): string {
	return JSON.stringify(text).replaceAll('{', '\\u007b').replaceAll('}', '\\u007d');
}
