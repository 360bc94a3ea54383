import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { openGateway } from '../model/gatewayRun';
import { modelField } from '../model/modelFields';
import { questionSourceFields } from '../questionSourceFields';
import { transcriptFields } from '../transcriptFields';
import { callTitleField, optionsField } from './acrossFields';
import { readAcrossSettings } from './acrossSettings';
import { askAcross } from './askAcross';
import { planAcross } from './dryRun';

export const askAcrossCalls: NodeOperation = {
	value: 'askAcrossCalls',
	name: 'Ask Across Calls',
	description:
		'Ask many calls the same questions and put the answers together, with themes, counts, and quotes that name their call',
	action: 'Ask across calls',
	fields: [...transcriptFields, callTitleField, ...questionSourceFields, modelField, optionsField],
	async run(run) {
		const { context } = run;
		const opened = await openGateway(run);
		// All items are one piece of work, which counts as that of the first.
		return async (itemIndex) => {
			if (itemIndex > 0) return [];
			const itemIndexes = [...context.getInputData().keys()];
			const work = async () => {
				const across = readAcrossSettings(context);
				const json = across.options.dryRun
					? await planAcross(context, opened, across)
					: await askAcross(context, opened, across).finally(opened.recordUsage);
				return [{ json, itemIndexes }];
			};
			return [work];
		};
	},
};
