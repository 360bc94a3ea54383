import { executeContext } from '../../../../support/unit/executeContext';

import { InputError } from '../../../../../nodes/shared/api/core/errors';
import { resumeAddress } from '../../../../../nodes/shared/n8n/pausing/resumeAddress';
import { failureOf } from '../../../../support/unit/failureOf';

const service = { speechToTextUrl: 'http://127.0.0.1:4100' };
const credential = { webhookSecret: 'open-sesame' };

test('it is that of the execution, with a last part of its own before the query', async () => {
	const address = new URL(await resumeAddress(executeContext({ credential }), service));
	expect(address.pathname).toMatch(/^\/webhook-waiting\/[^/]+\/assemblyai$/);
});

test('a tool of an agent does not pause', async () => {
	const asTool = executeContext({ type: 'unit.nodeTool', credential });
	const { message } = await failureOf(resumeAddress(asTool, service), InputError);
	expect(message).toBe('A tool of an AI agent cannot pause until AssemblyAI calls back');
});

test('an address within a network will do where the service is in one too', async () => {
	const context = executeContext({ credential });
	const outside = { speechToTextUrl: 'https://api.assemblyai.com' };
	const { message } = await failureOf(resumeAddress(context, outside), InputError);
	expect(message).toContain('AssemblyAI cannot call n8n back at 127.0.0.1:5678');
	await expect(resumeAddress(context, service)).resolves.toContain('127.0.0.1:5678');
});
