import type { DemoResult } from './demo';
import { answersTable, recordTable } from './table';

export interface ReportOptions {
	/** Of the terminal, in characters. */
	width: number;
	elapsedMs: number;
	/** The stand-in answered, not the service. */
	isSandbox: boolean;
	isSampleRecording: boolean;
	hasOwnQuestions: boolean;
}

/** All that the demo shows when it is done. */
export function report({ asked, crmRecord }: DemoResult, options: ReportOptions): string {
	const { width } = options;
	const { inputTokens, outputTokens } = asked.usage;
	const record = options.hasOwnQuestions ? withValues(crmRecord) : crmRecord;
	const lines = [
		'',
		answersTable(asked.details, width),
		'',
		'CRM record',
		recordTable(record, width),
		'',
		`Model ${asked.model}, ${inputTokens} tokens in, ${outputTokens} out, ${(options.elapsedMs / 1000).toFixed(1)} s`,
	];
	if (options.hasOwnQuestions)
		lines.push("The example's CRM record maps its own five questions, so yours are not in it.");
	if (options.isSandbox)
		lines.push(
			"These answers came from the sandbox's stand-in model, which goes by a list of words.",
			'Set ASSEMBLYAI_API_KEY to ask the real one.',
		);
	if (options.isSandbox && !options.isSampleRecording)
		lines.push(
			'The sandbox cannot hear: a recording it does not know gets a placeholder transcript.',
		);
	return `${lines.join('\n')}\n`;
}

function withValues(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
