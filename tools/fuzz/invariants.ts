import { AssemblyAiError } from '../../nodes/shared/api/core/errors';

/** As zod and JavaScript speak to programmers. */
const FOR_PROGRAMMERS =
	/Expected [a-z]+, |Invalid (?:input|type|enum|option)|Cannot read|is not a function|not iterable|\[object/;
/** Far more than any input here may take, far less than work by the square. */
const MOST_MS = 2_000;
const ordinary = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** Something that must always hold does not. */
export class Violation extends Error {}

/** @throws Violation when a failure is not one of those that a user is meant to read */
export function expectOwnError(error: unknown): void {
	if (!(error instanceof AssemblyAiError))
		throw new Violation(`An error of somebody else: ${String(error)}`, { cause: error });
}

/** @throws Violation when a message is for programmers */
export function expectForPeople(message: string): void {
	if (FOR_PROGRAMMERS.test(message)) throw new Violation(`For programmers: ${message}`);
}

/** @throws Violation when what was read has a prototype of its own making, or changed that of all objects */
export function expectPlain(value: unknown): void {
	if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== ordinary)
		throw new Violation('All objects were changed');
	if (typeof value !== 'object' || value === null) return;
	const prototype: unknown = Object.getPrototypeOf(value);
	const isPlain = prototype === null || prototype === Object.prototype || Array.isArray(value);
	if (!isPlain && !(value instanceof Map) && !(value instanceof Set) && !(value instanceof Date))
		throw new Violation('An object inherits what somebody sent');
	for (const entry of Object.values(value)) expectPlain(entry);
}

/** Does a piece of work. @throws Violation when it takes longer than its input can need, and what the work throws */
export async function inTime<T>(work: () => T | Promise<T>): Promise<T> {
	const begin = process.cpuUsage();
	const result = await work();
	const { user } = process.cpuUsage(begin);
	if (user / 1000 > MOST_MS) throw new Violation(`${Math.round(user / 1000)} ms of work`);
	return result;
}
