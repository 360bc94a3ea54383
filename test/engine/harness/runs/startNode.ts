import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';

export const START_NODE_TYPE = 'n8n-engine-harness.start';

/** Stands for a test's trigger: hands on the items that the run was started with. */
export const startNode: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Hands on the items that the run was started with',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};
