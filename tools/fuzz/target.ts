import type fc from 'fast-check';

/** What reads something that comes from outside, with the inputs that it is tried on. */
export interface Target {
	name: string;
	/** Reads one input, and throws where what must always hold does not. */
	property: fc.IAsyncProperty<unknown>;
}
