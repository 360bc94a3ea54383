import type { INodeProperties } from 'n8n-workflow';
import { apiNames, nonEmpty, type ApiNames } from '../../../shared/api/names';
import { actionItems } from './actionItems';
import { customFormatting } from './customFormatting';
import { speakerIdentification } from './speakerIdentification';
import { summarization } from './summarization';
import { translation } from './translation';

/** What Speech Understanding can do, for a new transcript as for one that is there. */
export const featureFields: INodeProperties[] = [
	actionItems.field,
	customFormatting.field,
	speakerIdentification.field,
	summarization.field,
	translation.field,
];

export const featureRequests = {
	actionItems: actionItems.request.optional(),
	customFormatting: customFormatting.request.optional(),
	speakerIdentification: speakerIdentification.request.optional(),
	summarization: summarization.request.optional(),
	translation: translation.request.optional(),
};

/** The features under one key `request`, as the service wants them; empty without any. */
export function speechUnderstanding<Features extends object>(
	features: Features,
): { request?: ApiNames<Features> } {
	return nonEmpty('request', apiNames(features));
}
