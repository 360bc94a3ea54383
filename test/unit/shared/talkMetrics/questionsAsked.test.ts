import { questionsAskedIn } from '../../../../nodes/shared/talkMetrics/questionsAsked';

test.each([
	['How are you? And your car? Good.', 2],
	['Really?! What??', 2],
	['¿Cuánto cuesta?', 1],
	['"Are you there?" she asked.', 1],
	['他来吗？我不知道。', 1],
	['كيف حالك؟ هل أنت هنا؟', 2],
	['Ինչպե՞ս եք։', 1],
	['እንዴት ነህ፧', 1],
	['It is here; I saw it!', 0],
	['See example.com/map?id=5.', 0],
	['', 0],
])('%s', (text, count) => {
	expect(questionsAskedIn(text)).toBe(count);
});

/** What Unicode names "… QUESTION MARK" and that ends a sentence: no ornament, and none that begins one. */
const QUESTION_MARKS = [...'?؟՞፧᥅⁇⸮⹔꘏꛷⳺⳻︖﹖？𑅃\u037E'];

test.each(QUESTION_MARKS)('%s ends a question', (mark) => {
	expect(questionsAskedIn(`a${mark} b${mark}${mark} c`)).toBe(2);
});
