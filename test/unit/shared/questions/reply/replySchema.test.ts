import { replySchema } from '../../../../../nodes/shared/questions/reply/replySchema';

const closed = (properties: object) => ({
	type: 'object',
	properties,
	required: Object.keys(properties),
	additionalProperties: false,
});

const known = {
	index: { type: 'integer' },
	known: { type: 'boolean' },
	answer: { type: 'string' },
};

test.each([
	[false, known],
	[true, { ...known, reason: { type: 'string' }, quote: { type: 'string' } }],
])('a list of entries all of whose fields are required (with evidence: %s)', (evidence, fields) => {
	expect(replySchema(evidence)).toEqual({
		name: 'transcript_answers',
		strict: true,
		schema: closed({ answers: { type: 'array', items: closed(fields) } }),
	});
});
