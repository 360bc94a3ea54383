import type { IExecuteFunctions } from 'n8n-workflow';
import type { Output } from './runItems';

/** Adds the input item's fields and files to an output; where both have a field, the node's own stays. */
export function includeInput(
	context: IExecuteFunctions,
	itemIndex: number,
	output: Output,
): Output {
	const input = context.getInputData()[itemIndex];
	const binary = { ...input?.binary, ...output.binary };
	return {
		json: { ...input?.json, ...output.json },
		...(Object.keys(binary).length > 0 && { binary }),
	};
}
