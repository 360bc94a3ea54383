import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodeParameterValueType,
} from 'n8n-workflow';

/** A place in a node's panel where a person can put a value. */
export interface Place {
	/** The labels that lead to it. */
	labels: string[];
	field: INodeProperties;
	/** Parameters that show the field, with this value in it. */
	with(value: NodeParameterValueType): INodeParameters;
}

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** Every place of a panel that takes an expression, those in collections and their rows included. */
export function placesOf(properties: readonly INodeProperties[]): Place[] {
	return properties.flatMap((field) => {
		const shown = shownBy(field);
		return placesIn(field).map((place) => ({
			...place,
			with: (value: NodeParameterValueType) => ({ ...shown, ...place.with(value) }),
		}));
	});
}

function placesIn(field: INodeProperties): Place[] {
	if (field.type === 'notice') return [];
	if (field.type !== 'collection' && field.type !== 'fixedCollection') {
		return [{ labels: [field.displayName], field, with: (value) => ({ [field.name]: value }) }];
	}
	return (field.options ?? []).flatMap((option: Option) => inside(field, option));
}

function inside(field: INodeProperties, option: Option): Place[] {
	if ('values' in option) {
		const isList = field.typeOptions?.multipleValues === true;
		const needed = Object.fromEntries(
			option.values.filter(({ required }) => required).map(({ name }) => [name, 'one, two']),
		);
		return option.values.flatMap((part) =>
			placesIn(part).map((place) => ({
				...place,
				labels: [field.displayName, ...place.labels],
				with: (value: NodeParameterValueType) => {
					const row = { ...needed, ...shownBy(part), ...place.with(value) };
					return { [field.name]: { [option.name]: isList ? [row] : row } };
				},
			})),
		);
	}
	if (!('type' in option)) return [];
	return placesIn(option).map((place) => ({
		...place,
		labels: [field.displayName, ...place.labels],
		with: (value) => ({ [field.name]: place.with(value) }),
	}));
}

/** The first of the values for which a field is shown. */
function shownBy({ displayOptions }: INodeProperties): INodeParameters {
	const conditions = Object.entries(displayOptions?.show ?? {});
	return Object.fromEntries(
		conditions.flatMap(([name, values]) => {
			const value = values?.find((one) => typeof one === 'string' || typeof one === 'boolean');
			return value === undefined ? [] : [[name.replace(/^\//, ''), value] as const];
		}),
	);
}
