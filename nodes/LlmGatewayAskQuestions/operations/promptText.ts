import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { LIKE_THE_TAG } from '../../shared/gateway/fence';
import { readParameter } from '../../shared/n8n/parameters/readParameter';

export const promptField: INodeProperties = {
	displayName: 'Prompt',
	name: 'prompt',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Write a follow-up email to the customer.',
	description: 'What the model is to do with the transcript, which it gets along with the prompt',
};

const nonEmpty = z.string().refine((text) => text.trim() !== '', 'it is empty');

/** What n8n's editor saves of an expression. */
const expression = z.string().regex(/^=/);

/**
 * The prompt of one item. n8n's editor makes an expression of a field as soon as somebody types two braces, and
 * an expression would evaluate AssemblyAI's tag to nothing, so the tag is kept from being evaluated.
 */
export function readPromptText(context: IExecuteFunctions, itemIndex: number): string {
	const typed: unknown = context.getNodeParameter(promptField.name, itemIndex, '', {
		rawExpressions: true,
	});
	const parsed = expression.safeParse(typed);
	const [tag] = parsed.success ? (parsed.data.match(LIKE_THE_TAG) ?? []) : [];
	if (!parsed.success || tag === undefined) {
		return readParameter(context, itemIndex, promptField, nonEmpty);
	}
	const kept = parsed.data.slice(1).replace(LIKE_THE_TAG, asExpression);
	return nonEmpty.parse(context.evaluateExpression(kept, itemIndex));
}

/** An expression that gives the tag, without two braces of the tag next to each other. */
function asExpression(tag: string): string {
	return `{{ '{' + ${JSON.stringify(tag.slice(1, -1))} + '}' }}`;
}
