import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { AssemblyAiTrigger } from '../../../nodes/AssemblyAiTrigger/AssemblyAiTrigger.node';
import { LlmGatewayAskQuestions } from '../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { placesOf } from '../../support/engine/parameterPlaces';

/** What a saved workflow relies on in one place of a panel. */
export interface SavedPlace {
	/** How the workflow has it, with an x for the value. */
	parameters: string;
	/** What it means that the workflow does not have it. */
	default: unknown;
	/** The values that it may have, if they are a list. */
	values?: string[];
}

/** The nodes by the types that workflows have. */
export const DESCRIPTIONS: Record<string, INodeTypeDescription> = Object.fromEntries(
	[new AssemblyAiTranscribe(), new AssemblyAiTrigger(), new LlmGatewayAskQuestions()].map(
		({ description }) => [description.name, description],
	),
);

/** All places of a node's panel. */
export function savedPlaces(properties: readonly INodeProperties[]): SavedPlace[] {
	return placesOf(properties).map(({ field, with: set }) => {
		const values = (field.options ?? []).flatMap((option) =>
			'value' in option ? [String(option.value)] : [],
		);
		return {
			parameters: JSON.stringify(set('x')),
			default: field.default,
			...(values.length > 0 && { values: values.sort() }),
		};
	});
}
