import { transcribe } from '../../../../../nodes/AssemblyAiTranscribe/operations/audio/transcribe';

test('what nearly everybody sets stands above the collections', () => {
	const names = transcribe.fields.map(({ name }) => name);
	const common = ['speakerLabels', 'waitMode', 'simplify', 'speakerOptions'];
	expect(names.filter((name) => common.includes(name))).toEqual(common);
	expect(names.at(-1)).toBe('options');
	expect(transcribe.fields.filter(({ type }) => type === 'json')).toEqual([]);
});
