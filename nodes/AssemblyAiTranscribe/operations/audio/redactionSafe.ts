import { z } from 'zod';
import type { PiiPolicy } from '../../../shared/api/catalogues/piiPolicies';
import type { InputError } from '../../../shared/api/core/errors';
import { isObject } from '../../../shared/values';
import { contradiction } from './requestRules';

/**
 * What tells who somebody is, what opens an account, and what the law protects most (General Data Protection
 * Regulation, article 9). Amounts, days, products and companies stay, which most questions are about.
 */
const POLICIES: readonly PiiPolicy[] = [
	'account_number',
	'banking_information',
	'blood_type',
	'credit_card_cvv',
	'credit_card_expiration',
	'credit_card_number',
	'date_of_birth',
	'drivers_license',
	'drug',
	'email_address',
	'gender_sexuality',
	'healthcare_number',
	'injury',
	'ip_address',
	'location_address',
	'location_address_street',
	'location_coordinate',
	'location_zip',
	'medical_condition',
	'medical_process',
	'nationality',
	'number_sequence',
	'passport_number',
	'password',
	'person_age',
	'person_name',
	'phone_number',
	'physical_attribute',
	'political_affiliation',
	'religion',
	'sexuality',
	'us_social_security_number',
	'username',
	'vehicle_id',
];

/** What Redaction-Safe Mode sets where the user sets nothing. */
export const SAFE_REDACTION = {
	redact_pii: true,
	redact_pii_policies: [...POLICIES],
	redact_pii_sub: 'entity_name',
} as const;

/**
 * Redaction covers the text, its words and speakers, and translations; results of other features may have what
 * was said (AssemblyAI documentation, "PII Redaction", "Redacted properties"; for entities and sentiments seen).
 */
const QUOTING: Readonly<Record<string, string>> = {
	auto_chapters: 'auto_chapters',
	auto_highlights: 'Auto Highlights',
	content_safety: 'Content Safety',
	custom_topics: 'custom_topics',
	entity_detection: 'Entity Detection',
	iab_categories: 'Topic Detection',
	redact_pii_return_unredacted: 'Return Unredacted',
	sentiment_analysis: 'Sentiment Analysis',
	summarization: 'summarization',
};

const QUOTING_UNDERSTANDING: Readonly<Record<string, string>> = {
	action_items: 'Action Items',
	custom_formatting: 'Custom Formatting',
	summarization: 'Summarization',
};

const understanding = z.object({
	speech_understanding: z.object({ request: z.record(z.string(), z.unknown()) }),
});

/** @throws InputError where the transcript would have what was said in spite of the redaction */
export function checkRedactionSafe(parameters: Readonly<Record<string, unknown>>): void {
	if (parameters.redact_pii !== true) {
		throw refusal('Redact PII is off; remove one of the two');
	}
	const quoting = quotingFeatures(parameters);
	if (quoting.length === 0) return;
	throw refusal(
		`the results of ${quoting.join(', ')} may have what the redaction takes out; remove ${quoting.length > 1 ? 'them' : 'it'}, or turn Redaction-Safe Mode off`,
	);
}

function quotingFeatures(parameters: Readonly<Record<string, unknown>>): string[] {
	const classic = Object.entries(QUOTING).filter(([name]) => isAsked(parameters[name]));
	const parsed = understanding.safeParse(parameters);
	const asked = parsed.success ? Object.entries(parsed.data.speech_understanding.request) : [];
	return [
		...classic.map(([, label]) => label),
		...asked.flatMap(([name, feature]) => {
			if (name === 'translation') return [];
			if (name !== 'speaker_identification') return [QUOTING_UNDERSTANDING[name] ?? name];
			// A role is no name; who somebody is by name would stand before each turn.
			const isByRole = isObject(feature) && feature.speaker_type === 'role';
			return isByRole ? [] : ['Speaker Identification by name'];
		}),
	];
}

/** Whatever the service might take for a yes: Additional Parameters have values of any type. */
function isAsked(value: unknown): boolean {
	return value !== undefined && value !== null && value !== false;
}

function refusal(why: string): InputError {
	return contradiction('Privacy Options', `Redaction-Safe Mode is on, but ${why}`);
}
