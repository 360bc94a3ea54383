/** What has to be undone at the end, latest first, also after a failure. */
export class Cleanup {
	private readonly undos: Array<() => Promise<void>> = [];

	add(undo: () => Promise<void>): void {
		this.undos.push(undo);
	}

	/** Goes on when one fails. @throws the first failure, after all of them were tried */
	async run(): Promise<void> {
		const failures: unknown[] = [];
		for (let undo = this.undos.pop(); undo; undo = this.undos.pop()) {
			await undo().catch((error: unknown) => failures.push(error));
		}
		if (failures.length > 0) throw failures[0];
	}
}
