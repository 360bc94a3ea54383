import type { JsonSchemaFormat } from '../../api/chatCompletions';
import { closedObject } from '../../gateway/closedObject';

/**
 * The form in which a model has to answer: one list of one kind of entry, whatever the number of questions
 * and their types, because providers limit the size of a strict schema and its optional fields. What an
 * answer means is read from its text afterwards.
 */
export function replySchema(evidence: boolean): JsonSchemaFormat {
	const properties = {
		index: { type: 'integer' },
		known: { type: 'boolean' },
		answer: { type: 'string' },
		...(evidence && { reason: { type: 'string' }, quote: { type: 'string' } }),
	};
	return {
		name: 'transcript_answers',
		strict: true,
		schema: closedObject({ answers: { type: 'array', items: closedObject(properties) } }),
	};
}
