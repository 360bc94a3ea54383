import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { additionalParameters, advancedOptions } from './options/advanced';
import { formattingOptions } from './options/formatting';
import { languageOptions } from './options/language';
import { flag, type ParameterGroup } from '../../../shared/n8n/parameters/parsers';
import { privacyOptions, redactionSafe } from './options/privacy';
import { speakerLabelsField, speakerLabelsRequest } from './options/speakerLabels';
import { speakerOptions } from './options/speakers';
import { understandingOptions } from './options/understanding';
import { vocabularyOptions } from './options/vocabulary';
import { checkRedactionSafe, SAFE_REDACTION } from './redactionSafe';
import { checkRequest } from './requestRules';

/** In the order of the panel: what most people set comes first. */
const parameterGroups: ParameterGroup[] = [
	speakerOptions,
	languageOptions,
	vocabularyOptions,
	formattingOptions,
	understandingOptions,
	privacyOptions,
	advancedOptions,
];

export const parameterCollections: INodeProperties[] = parameterGroups.map(({ field }) => field);

/**
 * The request parameters of one item without `audio_url`, named as in the API.
 * @throws InputError when a value cannot be used or parameters contradict each other
 */
export function readRequestParameters(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, unknown> {
	const chosen: Record<string, unknown> = Object.assign(
		{},
		...parameterGroups.map(({ field, request }) =>
			readParameter(context, itemIndex, field, request),
		),
	);
	const isSafe = readParameter(context, itemIndex, privacyOptions.field, redactionSafe);
	const parameters = {
		...(isSafe && SAFE_REDACTION),
		...speakerLabelsRequest(readParameter(context, itemIndex, speakerLabelsField, flag), chosen),
		...chosen,
		...readParameter(context, itemIndex, advancedOptions.field, additionalParameters),
	};
	checkRequest(parameters);
	if (isSafe) checkRedactionSafe(parameters);
	return parameters;
}
