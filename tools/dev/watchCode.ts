import path from 'node:path';
import ts from 'typescript';

export interface Compilation {
	seconds: number;
	/** What TypeScript complains about; empty when all is well. */
	faults: string;
	/** Whether any file came out. */
	isNew: boolean;
}

/**
 * Compiles now and after each change what the repository's tsconfig.json names. Code with a fault is not put out,
 * so that n8n keeps what worked last.
 * @returns ends it
 */
export function watchCode(
	repository: string,
	target: string,
	compiled: (compilation: Compilation) => void,
): () => void {
	let startedAt = performance.now();
	let faults = '';
	let isNew = false;
	const system: ts.System = {
		...ts.sys,
		writeFile: (...file) => {
			isNew = true;
			ts.sys.writeFile(...file);
		},
	};
	const host = ts.createWatchCompilerHost(
		path.join(repository, 'tsconfig.json'),
		{ outDir: target, noEmitOnError: true },
		system,
		ts.createEmitAndSemanticDiagnosticsBuilderProgram,
		(fault) => {
			faults += describe(fault, repository);
		},
		(_status, _newLine, _options, errorCount) => {
			const isEnd = errorCount !== undefined;
			if (isEnd) compiled({ seconds: (performance.now() - startedAt) / 1000, faults, isNew });
			startedAt = performance.now();
			faults = '';
			isNew = false;
		},
	);
	const program = ts.createWatchProgram(host);
	return () => program.close();
}

function describe(fault: ts.Diagnostic, repository: string): string {
	const format = process.stdout.isTTY
		? ts.formatDiagnosticsWithColorAndContext
		: ts.formatDiagnostics;
	return format([fault], {
		getCurrentDirectory: () => repository,
		getCanonicalFileName: (name) => name,
		getNewLine: () => '\n',
	});
}
