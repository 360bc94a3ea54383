import type { INodeParameters } from 'n8n-workflow';
import { HostileService } from '../../../support/engine/hostileService';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
	service = await HostileService.open(() => ({ body: { id: 'job-1', status: 'queued' } }));
});
beforeEach(() => void service.seen.splice(0));
afterAll(async () => {
	await service.close();
	await bench.close();
});

async function sentWith(parameters: INodeParameters) {
	const result = await bench.transcribe(
		[{ json: {} }],
		{
			...{ source: 'url', audioUrl: 'https://a.example/call.mp3', waitMode: 'doNotWait' },
			...parameters,
		},
		{ credentials: service.account() },
	);
	const [submission] = service.submissions;
	const sent: unknown = submission && JSON.parse(submission.body);
	return { sent, message: result.error('Node')?.message };
}

test.each<[string, boolean]>([
	...['true', 'TRUE', ' yes ', 'on', '1'].map((text): [string, boolean] => [
		`={{ "${text}" }}`,
		true,
	]),
	...['false', 'False', 'no', 'off', '0'].map((text): [string, boolean] => [
		`={{ "${text}" }}`,
		false,
	]),
	['={{ 1 }}', true],
	['={{ 0 }}', false],
	['={{ [true] }}', true],
	['={{ null }}', true],
	['={{ $json.nothing }}', true],
	['={{ "" }}', true],
])('%s for Speaker Labels is %s', async (speakerLabels, isOn) => {
	const { sent } = await sentWith({ speakerLabels });
	expect(Object(sent).speaker_labels ?? false).toBe(isOn);
});

test.each(['={{ "perhaps" }}', '={{ 2 }}', '={{ ({}) }}', '={{ [true, false] }}'])(
	'%s for Speaker Labels is neither',
	async (speakerLabels) => {
		const { message } = await sentWith({ speakerLabels });
		expect(message).toBe(
			'The parameter Speaker Labels cannot be used: it is neither true nor false [item 0]',
		);
	},
);

test.each<[string, unknown]>([
	['={{ "2" }}', 2],
	['={{ " 2 " }}', 2],
	['={{ "+2" }}', 2],
	['={{ "2.0" }}', 2],
	['={{ [2] }}', 2],
	['={{ ["2"] }}', 2],
	['={{ null }}', undefined],
	['={{ "" }}', undefined],
	['={{ [] }}', undefined],
])('%s for Speakers Expected is %s', async (speakersExpected, count) => {
	const { sent, message } = await sentWith({ speakerOptions: { speakersExpected } });
	expect(message).toBeUndefined();
	expect(Object(sent).speakers_expected).toBe(count);
});

test.each([
	'={{ "two" }}',
	'={{ "2,0" }}',
	'={{ "0" }}',
	'={{ -1 }}',
	'={{ 1.5 }}',
	'={{ NaN }}',
	'={{ "1e1" }}',
	'={{ [1, 2] }}',
	'={{ true }}',
])('%s for Speakers Expected is no number of speakers', async (speakersExpected) => {
	const { message } = await sentWith({ speakerOptions: { speakersExpected } });
	expect(message).toBe(
		'The parameter Speaker Options → Speakers Expected cannot be used: it must be a whole number of at least 1 [item 0]',
	);
	expect(service.lines).toEqual([]);
});

test.each(['={{ "30" }}', '={{ null }}', '={{ "" }}', '={{ $json.nothing }}', '={{ [30] }}'])(
	'%s for Timeout is taken',
	async (timeoutMinutes) => {
		expect((await sentWith({ options: { timeoutMinutes } })).message).toBeUndefined();
	},
);

test.each<[string, unknown]>([
	['["a","b c"]', ['a', 'b c']],
	["['a', 'b c']", ['a', 'b c']],
	['["a", "b c",]', ['a', 'b c']],
	['={{ ["a", "b c"] }}', ['a', 'b c']],
	['={{ [["a"], null, "b c", ""] }}', ['a', 'b c']],
	['={{ JSON.stringify(["a", "b c"]) }}', ['a', 'b c']],
	['a, b c', ['a', 'b c']],
	['a\nb c', ['a', 'b c']],
	['a\r\nb c\r\n', ['a', 'b c']],
	['={{ ["a", 7] }}', ['a', '7']],
	['={{ 7 }}', ['7']],
])('%s as keyterms is %j', async (keytermsPrompt, terms) => {
	const { sent, message } = await sentWith({ vocabularyOptions: { keytermsPrompt } });
	expect(message).toBeUndefined();
	expect(Object(sent).keyterms_prompt).toEqual(terms);
});

test.each(['={{ ({ a: 1 }) }}', '={{ true }}', '={{ [{}] }}'])(
	'%s as keyterms is taken or refused in words',
	async (keytermsPrompt) => {
		const { sent, message } = await sentWith({ vocabularyOptions: { keytermsPrompt } });
		expect(message ?? Object(sent).keyterms_prompt).not.toContain('[object Object]');
		expect(message ?? '').not.toMatch(/Expected|Required|received|Invalid/);
	},
);

test.each<[string, string]>(
	[
		...[
			['de', 'de'],
			['de-DE', 'de'],
			['de_AT', 'de'],
			['DE', 'de'],
			['German', 'de'],
			['Deutsch', 'de'],
		],
		...[
			['pt-BR', 'pt'],
			['Portuguese (Brazil)', 'pt'],
			['português', 'pt'],
			['PT_br', 'pt'],
		],
		...[
			['en-GB', 'en_uk'],
			['en_us', 'en_us'],
			['EN', 'en'],
			['english', 'en'],
			['en-AU', 'en_au'],
		],
		...[
			['zh-Hans-CN', 'zh'],
			['zh-TW', 'zh'],
			['iw', 'he'],
			['nb-NO', 'no'],
			['fil', 'tl'],
		],
		...[
			['fr-CH', 'fr'],
			['日本語', 'ja'],
			['  es  ', 'es'],
			['de-CH', 'de_ch'],
			['Français', 'fr'],
		],
	].map(([written = '', code = '']): [string, string] => [written, code]),
)('the language %j is %s', async (written, code) => {
	const { sent, message } = await sentWith({
		languageOptions: { languageCode: `={{ "${written}" }}` },
	});
	expect(message).toBeUndefined();
	expect(Object(sent).language_code).toBe(code);
});

test.each(['Klingonish', 'deutsch und englisch', '???', 'de, en', '1', 'x'.repeat(100_000)])(
	'the language %s is refused before the upload',
	async (written) => {
		const { message } = await sentWith({
			languageOptions: { languageCode: `={{ "${written}" }}` },
		});
		expect(message).toMatch(/^The parameter Language Options → Language cannot be used: /);
		expect(message?.length).toBeLessThan(500);
		expect(service.lines).toEqual([]);
	},
);

test.each<[string, string | undefined]>([
	['={{ null }}', undefined],
	['={{ "" }}', undefined],
	['={{ ({ a: 1 }) }}', undefined],
	['{"a": 1}', undefined],
	['={{ [1] }}', 'it is not a JSON object'],
	['={{ "[1]" }}', 'it is not a JSON object'],
	['={{ 7 }}', 'it is not a JSON object'],
])('%s as additional parameters: %s', async (additionalParameters, fault) => {
	const { message } = await sentWith({ advancedOptions: { additionalParameters } });
	if (fault === undefined) expect(message).toBeUndefined();
	else expect(message).toContain(fault);
});

test.each<[string, string[]]>([
	['UNIVERSAL-2', ['universal-2']],
	['AssemblyAI STT 3.7, Universal-2', ['assemblyai-stt-3-7', 'universal-2']],
	['["Universal-2"]', ['universal-2']],
	['universal-2; the-next-one', ['universal-2', 'the-next-one']],
])('%s as a text names Speech Models by value or label', async (text, models) => {
	const { sent } = await sentWith({
		advancedOptions: { speechModels: `={{ ${JSON.stringify(text)} }}` },
	});
	expect(Object(sent).speech_models).toEqual(models);
});

test('keyterms that have a comma stand in quotation marks', async () => {
	const { sent } = await sentWith({
		vocabularyOptions: { keytermsPrompt: '"Map, Inc.", Dana，Ana' },
	});
	expect(Object(sent).keyterms_prompt).toEqual(['Map, Inc.', 'Dana', 'Ana']);
});
