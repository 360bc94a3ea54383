import { executeContext } from '../../../../support/unit/executeContext';

import { tokenUsageRecorder } from '../../../../../nodes/shared/n8n/items/tokenUsage';

test('the tokens stand where n8n keeps those of its own nodes, and those of an earlier try are added to', () => {
	const context = executeContext();
	tokenUsageRecorder(context)({ inputTokens: 10, outputTokens: 3 });
	expect(context.getExecuteData().metadata?.tokenUsage).toEqual({
		inputTokens: 10,
		outputTokens: 3,
	});
	const record = tokenUsageRecorder(context);
	record({ inputTokens: 5, outputTokens: 1 });
	// Told anew as the run goes on, and not added up each time.
	record({ inputTokens: 7, outputTokens: 2 });
	expect(context.getExecuteData().metadata?.tokenUsage).toEqual({
		inputTokens: 17,
		outputTokens: 5,
	});
});
