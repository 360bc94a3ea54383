import type { IExecuteFunctions } from 'n8n-workflow';
import type { ModelSettings } from '../../../shared/gateway/chatRequest';
import type { Source } from '../../../shared/gateway/source';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { givingWay } from '../../../shared/n8n/service/clock';
import type { Question } from '../../../shared/questions/question';
import type { Inquiry } from '../../../shared/questions/questionRequest';
import { modelField, modelId } from '../model/modelFields';
import { questionsOf } from '../questionSourceFields';
import { acrossOptions, optionsField, type AcrossOptions } from './acrossFields';
import type { Call } from './eachCall';

/** What all calls are asked, and how. */
export interface AcrossSettings {
	questions: Question[];
	options: AcrossOptions;
	settings: ModelSettings;
}

/** Read with the first item, since answers can only be put together where the questions are the same. */
export function readAcrossSettings(context: IExecuteFunctions): AcrossSettings {
	const { questions } = questionsOf(context, 0);
	const options = readParameter(context, 0, optionsField, acrossOptions);
	const model = readParameter(context, 0, modelField, modelId, { extractValue: true });
	return { questions, options, settings: { ...options, model } };
}

/** What one call is asked: the same as by Ask Questions. */
export function inquiryOf(
	{ questions, options, settings }: AcrossSettings,
	source: Source,
	{ recordingDate }: Call,
): Inquiry {
	const { systemPrompt } = options;
	const giveWay = givingWay();
	return { source, questions, settings, systemPrompt, recordingDate, evidence: true, giveWay };
}
