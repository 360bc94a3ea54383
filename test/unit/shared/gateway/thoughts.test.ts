import fc from 'fast-check';
import { withoutThoughts } from '../../../../nodes/shared/gateway/thoughts';

test.each([
	['<think>He was rude.</think>\n\nDear customer', 'Dear customer'],
	['He was rude.\n</think>\nDear customer', 'Dear customer'],
	['<thinking effort="high">a</thinking>Dear <think>b</think>customer', 'Dear customer'],
	['[THINK]a[/THINK] Dear customer', 'Dear customer'],
	['◁think▷a◁/think▷Dear customer', 'Dear customer'],
	['<think>as <think> says</think>Dear customer', 'Dear customer'],
	['<think>a<think>b</think>c</think>Dear customer', 'Dear customer'],
	['<think>Maybe {"answers": []}. But wait', ''],
	['Dear customer <think>or', 'Dear customer'],
	['Dear customer', 'Dear customer'],
	['{"said":"<think>"}', '{"said":"<think>"}'],
	['1 < 2 and <thinker>', '1 < 2 and <thinker>'],
])('of %j remains %j', (text, said) => {
	expect(withoutThoughts(text)).toBe(said);
});

test('no draft within thoughts remains, whatever they hold', () => {
	const part = fc.constantFrom('<think>', '```json {"a":1}```', 'hm', '{"answers":[]}', '\n');
	fc.assert(
		fc.property(fc.array(part), (thoughts) => {
			const text = `<think>${thoughts.join('')}</think>final`;
			expect(withoutThoughts(text)).toBe('final');
			expect(withoutThoughts(`<think>${thoughts.join('')}`)).toBe('');
		}),
	);
});
