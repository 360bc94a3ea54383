/** The machine lacks something; its message says what, and where it was raised helps nobody. */
export class CannotRunError extends Error {}
