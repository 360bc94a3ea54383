import {
	longestAnswer,
	modelsFound,
	nameOf,
	supports,
	type Model,
} from '../../../../nodes/shared/api/models';

const model = (id: string, name?: string): Model => ({ id, ...(name !== undefined && { name }) });

test('a model without a name is called by its id', () => {
	expect(nameOf(model('gpt-5', 'GPT-5'))).toBe('GPT-5');
	expect(nameOf(model('gpt-5'))).toBe('gpt-5');
});

test('whether it takes a parameter is unknown where the list does not tell', () => {
	expect(supports({ id: 'a', supported_parameters: ['temperature'] }, 'temperature')).toBe(true);
	expect(supports({ id: 'a', supported_parameters: ['temperature'] }, 'top_p')).toBe(false);
	expect(supports({ id: 'a' }, 'temperature')).toBeUndefined();
	expect(supports(undefined, 'temperature')).toBeUndefined();
});

test('an answer has no limit where the list does not tell one', () => {
	expect(longestAnswer({ id: 'a', top_provider: { max_completion_tokens: 8192 } })).toBe(8192);
	expect(longestAnswer({ id: 'a', top_provider: { max_completion_tokens: 0 } })).toBe(Infinity);
	expect(longestAnswer({ id: 'a', top_provider: {} })).toBe(Infinity);
	expect(longestAnswer({ id: 'a' })).toBe(Infinity);
	expect(longestAnswer(undefined)).toBe(Infinity);
});

const models = [
	model('claude-sonnet-5', 'Claude Sonnet 5'),
	model('gpt-5', 'GPT-5'),
	model('claude-haiku', 'Claude Haiku'),
	model('apple-1'),
	model('x-9', 'Best of all'),
];
const found = (filter: string, isLast: (one: Model) => boolean = () => false) =>
	modelsFound(models, filter, isLast).map(({ id }) => id);

test('models are found by id and by name, in whatever case, and stand by name', () => {
	expect(found('')).toEqual(['apple-1', 'x-9', 'claude-haiku', 'claude-sonnet-5', 'gpt-5']);
	expect(found('CLAUDE')).toEqual(['claude-haiku', 'claude-sonnet-5']);
	expect(found('best of')).toEqual(['x-9']);
	expect(found('X-9')).toEqual(['x-9']);
	expect(found('nothing')).toEqual([]);
});

test('some come behind all others, by name as well', () => {
	const isLast = ({ id }: Model) => id.startsWith('claude') || id === 'apple-1';
	expect(found('', isLast)).toEqual([
		...['x-9', 'gpt-5'],
		...['apple-1', 'claude-haiku', 'claude-sonnet-5'],
	]);
});
