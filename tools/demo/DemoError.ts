/** Something that a person can put right; shown as it is, without a stack trace. */
export class DemoError extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly hint?: string,
	) {
		super(message);
	}
}
