import { closeModels } from '../../../../../nodes/shared/gateway/models/modelAdvice';

const offered = [
	'claude-haiku-4-5-20251001',
	'claude-opus-4-8',
	'claude-sonnet-4-5-20250929',
	'claude-sonnet-4-6',
	'claude-sonnet-5',
	'gemini-2.5-flash',
	'gemini-2.5-pro',
	'gpt-4.1',
	'gpt-5-mini',
	'gpt-5.1',
].map((id) => ({ id }));

test.each([
	['claude-sonet-4.6', 'claude-sonnet-4-6, claude-sonnet-5, claude-sonnet-4-5-20250929'],
	['Sonnet', 'claude-sonnet-5, claude-sonnet-4-6'],
	['gemini-1.5-pro', 'gemini-2.5-pro, gemini-2.5-flash'],
	['anthropic/claude-opus-4.8', 'claude-opus-4-8'],
	['gpt-5', 'gpt-5.1, gpt-5-mini, gpt-4.1'],
])('%s is close to %s', (id, close) => {
	expect(closeModels(id, offered)).toBe(`Similar ones there: ${close}.`);
});

test.each(['no-such-model', '', 'x'])('%j is close to none', (id) => {
	expect(closeModels(id, offered)).toBe('');
});

test('a model that is there needs no others', () => {
	expect(closeModels('gpt-4.1', offered)).toBe('');
});
