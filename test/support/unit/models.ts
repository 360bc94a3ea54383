/** A model as the service lists it. */
export function listed(
	id: string,
	more: {
		parameters?: string[] | null;
		context?: number;
		longest?: number;
	} = {},
): unknown {
	const { parameters = ['response_format', 'temperature'], context = 200_000, longest } = more;
	return {
		id,
		name: id.toUpperCase(),
		context_length: context,
		supported_parameters: parameters,
		top_provider: { max_completion_tokens: longest ?? null },
	};
}
