import { readArguments } from '../../../tools/demo/arguments';

test('without options, the sample runs on the sandbox', () => {
	expect(readArguments([], {})).toEqual({ help: false });
});

test('all options are read', () => {
	const argv = ['--audio', 'a.mp3', '--questions=q.json', '--model', 'm', '--help'];
	expect(readArguments(argv, {})).toEqual({
		help: true,
		audio: 'a.mp3',
		questions: 'q.json',
		model: 'm',
	});
});

test('a key in the environment chooses the real service, in the US unless told otherwise', () => {
	const account = (region?: string) =>
		readArguments([], { ASSEMBLYAI_API_KEY: ' key ', ASSEMBLYAI_REGION: region }).account;
	expect(account()).toEqual({ apiKey: 'key', region: 'us' });
	expect(account('')).toEqual({ apiKey: 'key', region: 'us' });
	expect(account('EU')).toEqual({ apiKey: 'key', region: 'eu' });
	expect(readArguments([], { ASSEMBLYAI_API_KEY: '' }).account).toBeUndefined();
});

test.each([
	[['--modell', 'x'], {}, "Unknown option '--modell'"],
	[['call.mp3'], {}, "Unexpected argument 'call.mp3'"],
	[['--audio'], {}, "Option '--audio <value>' argument missing"],
	[['--audio='], {}, '--audio has no value'],
	[[], { ASSEMBLYAI_REGION: 'fr' }, 'ASSEMBLYAI_REGION must be us or eu'],
])('%j with %j is refused in words', (argv, environment, message) => {
	expect(() => readArguments(argv, environment)).toThrow(message);
});
