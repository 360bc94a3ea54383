import type { IExecuteFunctions } from 'n8n-workflow';
import type { Output } from './runItems';

/**
 * Adds the input item's fields and files to an output; where both have a field, the node's own stays.
 * @param ownFile the field of the one file that the output is of, where the others do not belong to it
 */
export function includeInput(
	context: IExecuteFunctions,
	itemIndex: number,
	output: Output,
	ownFile?: string,
): Output {
	const input = context.getInputData()[itemIndex];
	const files = Object.entries(input?.binary ?? {}).filter(
		([field]) => ownFile === undefined || field === ownFile,
	);
	const binary = { ...Object.fromEntries(files), ...output.binary };
	return {
		...output,
		json: { ...input?.json, ...output.json },
		...(Object.keys(binary).length > 0 && { binary }),
	};
}
