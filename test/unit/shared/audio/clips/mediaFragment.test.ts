import { withMediaFragment } from '../../../../../nodes/shared/audio/clips/mediaFragment';

test.each([
	['https://cdn.example/call.mp3', 'https://cdn.example/call.mp3#t=61.25,75'],
	['https://cdn.example/call.mp3?key=a%23b', 'https://cdn.example/call.mp3?key=a%23b#t=61.25,75'],
	['https://cdn.example/call.mp3#t=1,2', 'https://cdn.example/call.mp3#t=61.25,75'],
	['https://cdn.example/call.mp3#', 'https://cdn.example/call.mp3#t=61.25,75'],
	['https://cdn.example/a#b#c', 'https://cdn.example/a#t=61.25,75'],
])('%s, in seconds', (url, expected) => {
	expect(withMediaFragment(url, { from: 61_250, to: 75_000 })).toBe(expected);
});

test('a time is told to the millisecond', () => {
	expect(withMediaFragment('https://a.example/b', { from: 0, to: 1.6 })).toMatch(/#t=0,0\.002$/);
});
