import { Workbench } from '../support/engine/workbench';

/** Names that an object of JavaScript has of itself, or puts in an order of its own. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '1', 'length'];

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const own = (value: unknown, ...path: string[]): unknown =>
	path.reduce<unknown>(
		(inner, name) =>
			typeof inner === 'object' && inner !== null
				? Object.getOwnPropertyDescriptor(inner, name)?.value
				: undefined,
		value,
	);

const lastRequest = (path: string) => bench.sandbox.requestsTo('POST', path).at(-1)?.json;

const transcribe = async (parameters: object) =>
	await bench.transcribe([await bench.recording()], { ...parameters });

const ask = async (parameters: object) =>
	await bench.ask([{ json: {} }], {
		transcriptSource: 'text',
		transcriptText: 'Speaker A: It costs 89 dollars.\nSpeaker B: Thank you!',
		...parameters,
	});

const answered = (answer: unknown) =>
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		times: 3,
		fault: {
			kind: 'chatReply',
			content: JSON.stringify({
				answers: [{ index: 1, known: true, answer, reason: 'So.', quote: 'Thank you!' }],
			}),
		},
	});

describe.each(NAMES)('%s', (name) => {
	test('as the key of a question keeps its answer, or is refused', async () => {
		answered('Yes.');
		const result = await ask({
			questions: { question: [{ key: name, question: 'Was there thanks?', answerType: 'text' }] },
		});
		if (name === '__proto__') {
			expect(result.error('Node')?.message).toContain('A question cannot have the key __proto__');
		} else {
			expect(own(result.output[0]?.json, 'answers', name)).toBe('Yes.');
			expect(own(result.output[0]?.json, 'evidence', name, 'reason')).toBe('So.');
		}
	});

	test('as a choice is chosen, and is none where it is not among them', async () => {
		const question = (choices: string) => ({
			questions: { question: [{ key: 'word', question: 'Which?', answerType: 'oneOf', choices }] },
		});
		answered(name);
		const chosen = await ask(question(`${name}, other`));
		expect(chosen.output[0]?.json.answers).toEqual({ word: name });
		bench.sandbox.clearFaults();
		answered(name);
		const unknown = await ask(question('yes, no'));
		expect(own(unknown.output[0]?.json, 'answers', 'word') ?? null).toBeNull();
	});

	test('as an additional parameter reaches the service, or is refused', async () => {
		const before = bench.sandbox.requests.length;
		const result = await transcribe({
			advancedOptions: { additionalParameters: `{"${name}": {"a": 1}}` },
		});
		if (name === '__proto__') {
			expect(result.error('Node')?.message).toContain(
				'it has the key __proto__, which would be lost',
			);
			expect(bench.sandbox.requests.length).toBe(before);
		} else {
			expect(own(lastRequest('/v2/transcript'), name)).toEqual({ a: 1 });
		}
	});

	test.each([{}, { operation: 'prompt', prompt: 'Which?' }])(
		'as an additional parameter reaches LLM Gateway, or is refused: %j',
		async (parameters) => {
			const before = bench.sandbox.requests.length;
			const result = await ask({
				...parameters,
				options: { additionalParameters: `{"${name}": {"a": 1}, "deeper": {"${name}": 2}}` },
			});
			if (name === '__proto__') {
				expect(result.error('Node')?.message).toContain(
					'it has the key __proto__, which would be lost',
				);
				expect(bench.sandbox.requests.length).toBe(before);
			} else {
				expect(own(lastRequest('/v1/chat/completions'), name)).toEqual({ a: 1 });
				expect(own(lastRequest('/v1/chat/completions'), 'deeper', name)).toBe(2);
			}
		},
	);

	test('deeper in additional parameters stays what it is', async () => {
		await transcribe({
			advancedOptions: { additionalParameters: `{"new_feature": {"${name}": {"a": 1}}}` },
		});
		expect(own(lastRequest('/v2/transcript'), 'new_feature', name)).toEqual({ a: 1 });
	});

	test('as a word to spell, a term, a label and a speaker reaches the service', async () => {
		const label = name.replace(/^_+|_+$/g, '') || name;
		await transcribe({
			vocabularyOptions: {
				customSpelling: { spelling: [{ from: 'map', to: name }] },
				keytermsPrompt: name,
			},
			privacyOptions: {
				redactPii: true,
				redactPiiPolicies: ['person_name'],
				redactStaticEntities: { entity: [{ label, terms: name }] },
			},
			understandingOptions: {
				speakerIdentification: { settings: { speakerType: 'role', knownValues: `${name}, Agent` } },
			},
		});
		const request = lastRequest('/v2/transcript');
		expect(own(request, 'custom_spelling', '0', 'to')).toBe(name);
		expect(own(request, 'keyterms_prompt')).toEqual([name]);
		expect(own(request, 'redact_static_entities', label)).toEqual([name]);
		expect(
			own(request, 'speech_understanding', 'request', 'speaker_identification', 'known_values'),
		).toEqual([name, 'Agent']);
	});

	test('as a property of a schema is asked for and comes back', async () => {
		bench.sandbox.fail({
			path: '/v1/chat/completions',
			fault: { kind: 'chatReply', content: `{"${name}": "so"}` },
		});
		const result = await ask({
			operation: 'prompt',
			prompt: 'Which?',
			responseFormat: 'json',
			jsonSchema: `{"type":"object","properties":{"${name}":{"type":"string"}}}`,
		});
		expect(JSON.stringify(lastRequest('/v1/chat/completions'))).toContain(
			`"properties":{"${name}":{"type":"string"}}`,
		);
		expect(own(result.output[0]?.json, 'response', name)).toBe('so');
	});
});
