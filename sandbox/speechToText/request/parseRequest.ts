import type { z } from 'zod';
import { speechToTextRefusal } from '../../server/refusal';
import { requestSchema, type TranscriptRequest } from './requestFields';
import { brokenRule } from './requestRules';

/** The service's answer to a body that is no JSON object, lacks `audio_url` or holds an unknown field. */
const INVALID_SCHEMA = 'Invalid endpoint schema, please refer to documentation for examples.';

const TYPE_NAMES: Record<string, string> = {
	boolean: 'a Boolean',
	string: 'a String',
	number: 'a Number',
	integer: 'an Integer',
	array: 'a List',
	object: 'an Object',
};

/** Throws the service's 400 for anything it would refuse. */
export function parseTranscriptRequest(body: unknown): TranscriptRequest {
	const parsed = requestSchema.safeParse(body);
	if (!parsed.success) throw speechToTextRefusal(400, describe(parsed.error.issues[0]));
	const objection = brokenRule(parsed.data);
	if (objection !== undefined) throw speechToTextRefusal(400, objection);
	return parsed.data;
}

function describe(issue: z.ZodIssue | undefined): string {
	const path = issue?.path.join('.') ?? '';
	if (issue === undefined || path === '' || issue.code === 'unrecognized_keys') {
		return INVALID_SCHEMA;
	}
	if (issue.code === 'invalid_type' && issue.message !== 'Required') {
		return `${path} must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
	}
	if (path === 'audio_url') return INVALID_SCHEMA;
	return `${path} is invalid: ${issue.message}`;
}
