/** Tells a person what is being done, one line per step with its time. */
export class Steps {
	constructor(private readonly write: (text: string) => void) {}

	title(text: string): void {
		this.write(`\n${text}\n`);
	}

	note(text: string): void {
		this.write(`    ${text}\n`);
	}

	async run<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
		const startedAt = performance.now();
		try {
			const result = await work();
			this.write(`  ✔ ${what}  ${seconds(startedAt)}\n`);
			return result;
		} catch (error) {
			this.write(`  ✘ ${what}  ${seconds(startedAt)}\n`);
			throw error;
		}
	}
}

function seconds(startedAt: number): string {
	return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
