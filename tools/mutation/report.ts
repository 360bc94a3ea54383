import { z } from 'zod';

const position = z.object({ line: z.number(), column: z.number() });

const mutant = z.object({
	mutatorName: z.string(),
	replacement: z.string().optional(),
	location: z.object({ start: position, end: position }),
	status: z.string(),
	static: z.boolean().optional(),
});

/** What of Stryker's report is used; schema 2 of mutation-testing-report-schema. */
export const strykerReport = z.object({
	files: z.record(z.string(), z.object({ mutants: z.array(mutant) })),
});

export interface Mutant extends z.infer<typeof mutant> {
	file: string;
}

/** All mutants of a report but those that were left out. */
export function mutantsOf({ files }: z.infer<typeof strykerReport>): Mutant[] {
	return Object.entries(files).flatMap(([file, { mutants }]) =>
		mutants.filter(({ status }) => status !== 'Ignored').map((one) => ({ ...one, file })),
	);
}

/** A change that makes a run endless is noticed too. */
export function isNoticed({ status }: Mutant): boolean {
	return status === 'Killed' || status === 'Timeout' || status === 'RuntimeError';
}

/** The place in the form in which Stryker takes it: columns are counted from 0 there, and from 1 in its report. */
export function placeOf({ file, location: { start, end } }: Mutant): string {
	return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

export function keyOf(mutant: Mutant): string {
	return `${placeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement ?? ''}`;
}

/** Takes the second verdict where there is one: it had more tests. */
export function withVerdicts(first: Mutant[], second: Mutant[]): Mutant[] {
	const verdicts = new Map(second.map((one) => [keyOf(one), one]));
	return first.map((one) => (isNoticed(one) ? one : (verdicts.get(keyOf(one)) ?? one)));
}

/** One line for each mutant that nothing noticed, to be read one by one. */
export function survivorLines(mutants: Mutant[]): string[] {
	return mutants
		.filter((one) => !isNoticed(one))
		.map(({ file, location, mutatorName, replacement = '', status }) => {
			const change = replacement.replace(/\s+/g, ' ').slice(0, 100);
			return `${file}:${location.start.line}:${location.start.column} ${status}: ${mutatorName} → ${change}`;
		});
}
