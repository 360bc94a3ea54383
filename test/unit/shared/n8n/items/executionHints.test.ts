import { executeContext } from '../../../../support/unit/executeContext';

import { ExecutionHints } from '../../../../../nodes/shared/n8n/items/executionHints';

test('what is said on a subject later takes the place of what was said before', () => {
	const context = executeContext();
	const hints = new ExecutionHints(context);
	hints.show('unknown', 'one');
	hints.show('quotes', 'a quote', 'info');
	hints.show('unknown', 'one and two');
	expect(context.hints).toEqual([
		{ message: 'one and two', type: 'warning', location: 'outputPane' },
		{ message: 'a quote', type: 'info', location: 'outputPane' },
	]);
});

test('an n8n that cannot show hints is none the worse', () => {
	const context = executeContext();
	const old = new Proxy(context, { has: (_, name) => name !== 'addExecutionHints' });
	new ExecutionHints(old).show('unknown', 'one');
	expect(context.hints).toEqual([]);
});
