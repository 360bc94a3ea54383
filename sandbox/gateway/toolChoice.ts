import { z } from 'zod';
import type { PromptMessage } from '../model/answer';
import { stems } from '../model/words';
import type { ChatRequest, ChatTool } from './chatRequest';

/**
 * The tool that a turn calls. One that `tool_choice` names is called; otherwise a tool is called where the
 * user's message shares a word with its name, or two with its description. Once tools have answered, one more is
 * called that has not been yet and takes what they gave.
 */
export function chosenTool(request: ChatRequest, messages: PromptMessage[]): ChatTool | undefined {
	const { tools = [], tool_choice: choice } = request;
	if (choice === 'none') return undefined;
	if (typeof choice === 'object') {
		return tools.find((tool) => tool.function.name === choice.function.name);
	}
	if (messages[messages.length - 1]?.role !== 'user') return nextTool(request, messages);
	const wanted = stems(lastOfUser(messages));
	return tools
		.map((tool) => ({ tool, score: likeness(tool, wanted) }))
		.filter(({ score }) => score >= ENOUGH)
		.sort((one, other) => other.score - one.score)[0]?.tool;
}

const ENOUGH = 2;

/** A tool that takes by name what an earlier one gave, such as an ID, goes on where that one ended. */
function nextTool(request: ChatRequest, messages: PromptMessage[]): ChatTool | undefined {
	const given = Object.keys(givenByTools(messages));
	const called = calledTools(request);
	return request.tools?.find(
		({ function: { name, parameters } }) =>
			!called.has(name) && propertiesOf(parameters).some((property) => given.includes(property)),
	);
}

function calledTools({ messages = [] }: ChatRequest): Set<string> {
	const lastUser = messages.map(({ role }) => role).lastIndexOf('user');
	return new Set(
		messages
			.slice(lastUser + 1)
			.flatMap((message) => ('tool_calls' in message ? (message.tool_calls ?? []) : []))
			.map((call) => call.function.name),
	);
}

const toolParameters = z.object({ properties: z.record(z.string(), z.unknown()) });

function propertiesOf(parameters: unknown): string[] {
	const parsed = toolParameters.safeParse(parameters);
	return parsed.success ? Object.keys(parsed.data.properties) : [];
}

const values = z.record(z.string(), z.unknown());
const toolOutput = z.union([z.array(values).transform((list) => list[0] ?? {}), values]);

/** The texts that tools have given since the user spoke last, by their names. */
function givenByTools(messages: PromptMessage[]): Record<string, string> {
	const outputs = toolAnswers(messages).map((text) => toolOutput.safeParse(parsed(text)));
	const entries = outputs.flatMap(({ data }) => Object.entries(data ?? {}));
	return Object.fromEntries(
		entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const ADDRESS = /https?:\S+/;

/**
 * What a tool is called with: what earlier tools gave under the same name, an address of the user's for a
 * parameter that wants a URL, the user's words for a question, and for the rest what the model makes up.
 */
export function toolArguments(
	tool: ChatTool,
	messages: PromptMessage[],
	madeUp: string,
): Record<string, unknown> {
	const filled = values.safeParse(parsed(madeUp));
	const given = givenByTools(messages);
	const told = messages.filter(({ role }) => role === 'user').at(-1)?.content ?? '';
	const known = propertiesOf(tool.function.parameters).flatMap((name) => {
		const value = given[name] ?? toldValue(name, told);
		return value === undefined ? [] : [[name, value]];
	});
	return { ...(filled.success ? filled.data : {}), ...Object.fromEntries(known) };
}

function toldValue(name: string, told: string): string | undefined {
	if (/url/i.test(name)) return ADDRESS.exec(told)?.[0];
	if (name === 'question') return told.replace(ADDRESS, '').trim();
	return undefined;
}

function likeness({ function: { name, description = '' } }: ChatTool, wanted: string[]): number {
	const named = stems(name.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'));
	const count = (words: string[]) => new Set(words.filter((word) => wanted.includes(word))).size;
	return ENOUGH * count(named) + count(stems(description));
}

function lastOfUser(messages: PromptMessage[]): string {
	const { content = '', inserted } = messages[messages.length - 1] ?? {};
	return inserted ? content.slice(0, inserted.start) + content.slice(inserted.end) : content;
}

/** Tools that have answered since the user spoke last, in their order. */
export function toolAnswers(messages: PromptMessage[]): string[] {
	const lastUser = messages.map(({ role }) => role).lastIndexOf('user');
	return messages
		.slice(lastUser + 1)
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => content);
}
