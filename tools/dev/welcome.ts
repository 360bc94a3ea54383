import path from 'node:path';
import type { Sandbox } from '../../sandbox';
import { OWNER } from '../../test/n8n/client/Session';
import { REPOSITORY, SAMPLE_RECORDING } from '../../test/support/n8n/folders';

/** What a person needs who has just started it. */
export function welcome(editorUrl: string, sandbox: Sandbox, log: string): string {
	const recording = path.relative(REPOSITORY, SAMPLE_RECORDING);
	return `
  Editor     ${editorUrl}
  Login      ${OWNER.email}  ${OWNER.password}
  Sandbox    ${sandbox.url}  key ${sandbox.apiKey}
  Recording  ${recording}
  n8n's log  ${log}

The example workflows are in, with a credential for the sandbox. Call to CRM is active. Call it, and see the run
under its Executions:

  curl -F audio=@${recording} -F crm_record_id=DEAL-1042 ${editorUrl}/webhook/assemblyai-call

To watch a run, press Execute Workflow in the editor and call /webhook-test/ in place of /webhook/.

Watching nodes/ and credentials/. Ctrl-C ends everything.
`;
}
