/**
 * The question marks of Unicode's scripts. Greek writes its own as a semicolon, which cannot be told from one.
 */
const QUESTION_MARK = /[?？﹖︖؟՞፧⁇⁈⁉‽⸮⹔꘏꛷᥅⳺⳻𑅃\u037E]/u;
const ENDS_OF_SENTENCES = /[?？﹖︖؟՞፧⁇⁈⁉‽⸮⹔꘏꛷᥅⳺⳻𑅃\u037E!！]+/gu;
const GOES_ON = /[a-z0-9=]/i;

/** How many sentences of a text end in a question mark; "Really?!" is one of them, an address with a query is not. */
export function questionsAskedIn(text: string): number {
	let count = 0;
	for (const { 0: marks, index } of text.matchAll(ENDS_OF_SENTENCES)) {
		if (QUESTION_MARK.test(marks) && !GOES_ON.test(text.charAt(index + marks.length))) count += 1;
	}
	return count;
}
