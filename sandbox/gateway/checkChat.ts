import { findModel, type CatalogueModel } from './catalogue';
import { chatRequestSchema, type ChatRequest } from './chatRequest';
import { gatewayRefusal } from './envelopes';
import { strictSchemaFault } from './strictSchema';

/** Refused where the catalogue does not name them for the model; the rest is taken by every model. */
const PER_MODEL_PARAMETERS = [
	'response_format',
	'temperature',
	'top_p',
	'top_k',
	'tools',
	'tool_choice',
	'reasoning',
	'reasoning_effort',
] as const;

/** Throws what the Gateway would answer to a request that it does not take. */
export function checkChat(
	body: unknown,
	requestId: string,
): { request: ChatRequest; model: CatalogueModel } {
	const refuse = (code: number, message: string) => gatewayRefusal(requestId, code, message);
	const parsed = chatRequestSchema.safeParse(body);
	if (!parsed.success) {
		const errors = parsed.error.issues.map((issue) =>
			issue.message === 'Required'
				? `'${issue.path.join('.')}' is required`
				: `'${issue.path.join('.')}': ${issue.message}`,
		);
		throw gatewayRefusal(requestId, 400, 'invalid request body', errors);
	}
	const request = parsed.data;
	if (request.messages === undefined && request.prompt === undefined) {
		throw refuse(400, 'one of messages or prompt required');
	}
	if (request.model_region !== undefined && request.model_region !== 'global') {
		throw refuse(400, 'model_region can only be set to global');
	}
	if ((request.fallback_config?.depth ?? 1) > 2) {
		throw refuse(400, 'fallback_config depth cannot be greater than 2');
	}
	const schemaFault = strictSchemaFault(request.response_format);
	if (schemaFault !== undefined) throw refuse(400, `response_format is invalid: ${schemaFault}`);
	for (const { model } of request.fallbacks ?? []) servedModel(model, requestId);
	const model = servedModel(request.model, requestId);
	const unsupported = PER_MODEL_PARAMETERS.find(
		(name) => request[name] !== undefined && model.supportedParameters?.includes(name) === false,
	);
	if (unsupported) throw refuse(400, `model ${model.id} does not support ${unsupported}`);
	if (request.stream === true && model.supportedParameters?.includes('stream') !== true) {
		throw refuse(400, `model ${model.id} does not support stream`);
	}
	return { request, model };
}

function servedModel(id: string, requestId: string): CatalogueModel {
	const model = findModel(id);
	if (model === undefined) throw gatewayRefusal(requestId, 400, `model ${id} is not supported`);
	if (model === 'retired') {
		const text = 'the model version you are trying to access has been deprecated';
		throw gatewayRefusal(requestId, 410, text);
	}
	return model;
}
