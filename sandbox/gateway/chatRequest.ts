import { z } from 'zod';

/** A mark that everything up to here is worth remembering (AssemblyAI docs, Prompt Caching). */
const cacheControl = z.object({
	type: z.literal('ephemeral'),
	ttl: z.enum(['5m', '1h']).optional(),
});

const textPart = z.object({
	type: z.literal('text'),
	text: z.string(),
	cache_control: cacheControl.optional(),
});

const content = z.union([z.string(), z.array(textPart)]);

const toolCall = z.object({
	id: z.string(),
	type: z.literal('function'),
	function: z.object({ name: z.string(), arguments: z.string() }),
});

const shared = { name: z.string().optional(), cache_control: cacheControl.optional() };

const message = z.union([
	z.object({ role: z.enum(['user', 'system']), content, ...shared }),
	z.object({
		role: z.literal('assistant'),
		content,
		tool_calls: z.array(toolCall).optional(),
		...shared,
	}),
	// A turn that only calls tools says nothing.
	z.object({
		role: z.literal('assistant'),
		content: z.null().optional(),
		tool_calls: z.array(toolCall).min(1),
		...shared,
	}),
	z.object({ role: z.literal('tool'), content, tool_call_id: z.string(), ...shared }),
]);

export type ChatMessage = z.infer<typeof message>;

const tool = z.object({
	type: z.literal('function'),
	function: z.object({
		name: z.string(),
		description: z.string().optional(),
		parameters: z.record(z.string(), z.unknown()),
	}),
});

export type ChatTool = z.infer<typeof tool>;

const responseFormat = z.object({
	type: z.literal('json_schema'),
	json_schema: z.object({
		name: z.string().min(1),
		schema: z.record(z.string(), z.unknown()),
		strict: z.boolean().nullable().optional(),
	}),
});

const reasoning = z.object({
	effort: z.enum(['low', 'medium', 'high']).optional(),
	max_tokens: z.number().int().min(1).optional(),
});

/** `POST /v1/chat/completions` (LLM Gateway reference, Create a chat completion). */
export const chatRequestSchema = z
	.object({
		model: z.string().min(1),
		messages: z.array(message).optional(),
		prompt: z.string().optional(),
		transcript_id: z.string().optional(),
		max_tokens: z.number().int().min(1).optional(),
		temperature: z.number().min(0).max(2).optional(),
		top_p: z.number().optional(),
		top_k: z.number().optional(),
		stream: z.boolean().optional(),
		tools: z.array(tool).optional(),
		tool_choice: z
			.union([
				z.enum(['none', 'auto']),
				z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
			])
			.optional(),
		response_format: responseFormat.optional(),
		reasoning: reasoning.optional(),
		reasoning_effort: z.string().optional(),
		fallbacks: z.array(z.object({ model: z.string() }).passthrough()).optional(),
		fallback_config: z
			.object({ retry: z.boolean().optional(), depth: z.number().int().min(1).optional() })
			.optional(),
		post_processing_steps: z.array(z.object({ type: z.literal('json-repair') })).optional(),
		model_region: z.string().optional(),
		zero_data_retention: z.boolean().optional(),
	})
	.passthrough();

export type ChatRequest = z.infer<typeof chatRequestSchema>;
