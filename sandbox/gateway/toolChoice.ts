import type { PromptMessage } from '../model/answer';
import { stems } from '../model/words';
import type { ChatRequest, ChatTool } from './chatRequest';

/**
 * The tool that a turn calls. One that `tool_choice` names is called; otherwise a tool is called where the
 * user's message shares a word with its name, or two with its description, and no tool has answered yet.
 */
export function chosenTool(request: ChatRequest, messages: PromptMessage[]): ChatTool | undefined {
	const { tools = [], tool_choice: choice } = request;
	if (choice === 'none') return undefined;
	if (typeof choice === 'object') {
		return tools.find((tool) => tool.function.name === choice.function.name);
	}
	if (messages[messages.length - 1]?.role !== 'user') return undefined;
	const wanted = stems(lastOfUser(messages));
	return tools
		.map((tool) => ({ tool, score: likeness(tool, wanted) }))
		.filter(({ score }) => score >= ENOUGH)
		.sort((one, other) => other.score - one.score)[0]?.tool;
}

const ENOUGH = 2;

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
