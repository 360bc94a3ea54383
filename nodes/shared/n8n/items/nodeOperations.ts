import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import type { Operation } from './runItems';

/** An operation of a node: its entry in the panel, its fields and what it does, all in one file. */
export interface NodeOperation {
	/** Absent on a node without resources. */
	resource?: string;
	value: string;
	name: string;
	description: string;
	/** In sentence case, as n8n's list of actions shows it. */
	action: string;
	fields: INodeProperties[];
	run: Operation;
}

/** The Operation parameters (one per resource) and every operation's fields, shown only for it. */
export function operationProperties(operations: NodeOperation[]): INodeProperties[] {
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	const selectors = resources.map((resource) =>
		selector(
			operations.filter((operation) => operation.resource === resource),
			resource,
		),
	);
	const fields = operations.flatMap((operation) =>
		updateDisplayOptions(
			{
				show: {
					...(operation.resource !== undefined && { resource: [operation.resource] }),
					operation: [operation.value],
				},
			},
			operation.fields,
		),
	);
	return [...selectors, ...fields];
}

function selector(operations: NodeOperation[], resource: string | undefined): INodeProperties {
	const preselected = operations[0]?.value ?? '';
	const options: INodePropertyOptions[] = operations
		.map(({ name, value, description, action }) => ({ name, value, description, action }))
		.sort((one, other) => one.name.localeCompare(other.name));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options,
		default: preselected,
		...(resource !== undefined && { displayOptions: { show: { resource: [resource] } } }),
	};
}

/** What the user chose to do; the choice holds for all items of a run. */
export function chosenOperation(
	context: IExecuteFunctions,
	operations: NodeOperation[],
): Operation {
	const parameterIs = (name: string, wanted: string) =>
		context.getNodeParameter(name, 0) === wanted;
	const chosen = operations.find(
		({ resource, value }) =>
			parameterIs('operation', value) &&
			(resource === undefined || parameterIs('resource', resource)),
	);
	if (!chosen) throw new TypeError('This node does not have the chosen operation');
	return chosen.run;
}
