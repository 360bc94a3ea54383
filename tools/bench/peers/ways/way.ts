/** What came of recordings that were transcribed in one way. */
export interface Transcribed {
	texts: string[];
	error: string | null;
}

/** Transcribes recordings by URL, all of them, and returns what each has as its text. */
export type Transcribe = (urls: string[]) => Promise<Transcribed>;
