/** What n8n's own editor writes to the console, whatever the nodes do. */
const OF_N8N_ITSELF = [
	// Asked for before anybody has logged in, to find out whether somebody has.
	/status of 401 .*\/rest\/login/,
	// Features of paid plans, the second of them in n8n 1.123.
	/status of 404 .*\/rest\/external-secrets/,
	/status of 403 .*\/rest\/ai\/sessions/,
	/Failed to fetch sessions metadata: ResponseError: Plan lacks license/,
	// A notice of new versions that is switched off, and the last run of a workflow that never ran, in n8n 1.123.
	/reading 'enabled'.*\/signin/,
	/status of 404 .*\/executions\/last-successful/,
	// The last page of a form looks for a file to download also where there is none, in n8n 1.123.
	/reading 'type'.*\/form-waiting\//,
	// A preview of a node's output, which not all of n8n's own nodes bring.
	/status of 404 .*\/schemas\/n8n-nodes-base\./,
];

/** The faults that the package has to answer for. */
export function ownFaults(faults: string[]): string[] {
	return faults.filter((fault) => !OF_N8N_ITSELF.some((pattern) => pattern.test(fault)));
}
