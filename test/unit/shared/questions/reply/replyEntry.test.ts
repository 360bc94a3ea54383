import { readEntry } from '../../../../../nodes/shared/questions/reply/replyEntry';

const entry = (fields: object) => readEntry({ index: 1, ...fields });

test('who does not say whether it is known has said so by an answer, or by none', () => {
	expect(entry({ answer: 'yes' })?.known).toBe(true);
	expect(entry({ answer: '' })?.known).toBe(false);
	expect(entry({})).toMatchObject({ known: false, answer: '' });
});

test('what is said of being known counts, whatever the answer', () => {
	expect(entry({ known: false, answer: 'yes' })?.known).toBe(false);
	expect(entry({ known: false })).toMatchObject({ known: false, answer: '' });
	expect(entry({ known: true, answer: '' })).toMatchObject({ known: true, answer: '' });
});

test('who says to know and names no answer has given none that can be read', () => {
	expect(entry({ known: true, reply: 'yes' })).toBeUndefined();
});
