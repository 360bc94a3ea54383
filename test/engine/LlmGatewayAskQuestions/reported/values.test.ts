import type { INodeParameters } from 'n8n-workflow';
import { askScripted, type ScriptedEntry } from '../../../support/engine/scriptedCall';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

/** Not to be read in one way only, so the question is asked again; the model sticks to it, so the item fails. */
const ASKED_AGAIN = Symbol('asked again');

async function valueOf(question: INodeParameters, answer: ScriptedEntry['answer']) {
	const { run, json, requests } = await askScripted(
		bench,
		[
			['A', 'What do you need?'],
			['B', 'A price, and the delivery on March 4, 2026 or on March 11.'],
		],
		[{ key: 'q', question: 'What is it?', ...question }],
		[{ index: 1, answer }],
	);
	if (run.status === 'success') {
		expect(requests).toBe(1);
		return Object(json?.answers).q;
	}
	expect(requests).toBe(2);
	expect(String(run.run.data.resultData.error?.message)).toMatch(/also when asked again: q: /);
	return ASKED_AGAIN;
}

describe.each<[string, INodeParameters, Array<[ScriptedEntry['answer'], unknown]>]>([
	[
		'yes or no',
		{ answerType: 'yesNo' },
		[
			...[
				'n.a.',
				'N.A.',
				'n. a.',
				'N-A',
				'Non-applicable',
				'non-communiqué',
				'Non précisé',
				'No info',
			].map((text): [string, null] => [text, null]),
			...[
				'N (not applicable)',
				'No data',
				'No answer',
				'no se sabe',
				'Not really',
				'Yes, but only partly',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			...[
				'Yes, no',
				'Ja, nein',
				'Yes and no',
				'Yes. Correction: no.',
				'Oui et non',
				'Yes / No',
				'1',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			['Yes!', true],
			['oui.', true],
			[true, true],
			['No, they did.', false],
		],
	],
	[
		'a number',
		{ answerType: 'number' },
		[
			...[
				'0,125',
				'0,500',
				'0,999 €',
				'1.299 €',
				'12.500 EUR',
				'100.000 EUR',
				'€ 1.299',
				'1.234,56 €',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			...[
				'9007199254740993',
				'12345678901234567890',
				'12,34',
				'1,23,456',
				'5-6',
				'5 to 6',
				'1 or 2',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			...[
				'about 5',
				'5k',
				'1e3',
				'0x10',
				'4/5',
				'10:30',
				'+49 170',
				'3 months',
				'(5)',
				'1.299,- €',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			['1,299.00', 1_299],
			['$1,299', 1_299],
			['12.50 EUR', 12.5],
			['−5', -5],
			['5%', 5],
			['unknown', null],
		],
	],
	[
		'a date',
		{ answerType: 'date' },
		[
			...[
				'2026-03-04 or 2026-03-11',
				'2026-03-04 to 2026-03-06',
				'2026-03-04 - not confirmed',
				'2026-03-04?',
			].map((text): [string, symbol] => [text, ASKED_AGAIN]),
			...['2569-03-04', '1405-12-13', '0001-01-01', '9999-12-31', '2026-02-30', '2026-13-01'].map(
				(text): [string, symbol] => [text, ASKED_AGAIN],
			),
			...['04.03.2026', '2026/03/04', '2026-03', 'before 2026-03-04', 'March 4'].map(
				(text): [string, symbol] => [text, ASKED_AGAIN],
			),
			['2026-03-04.', '2026-03-04'],
			['2026-03-04T10:00:00Z', '2026-03-04'],
		],
	],
	[
		'one of these',
		{ answerType: 'oneOf', choices: 'Yes\nNo\nNo show\nFollow\nFollow up\nResolved\nn/a' },
		[
			['No-show', 'No show'],
			['Follow-up', 'Follow up'],
			['follow up.', 'Follow up'],
			['**Resolved**', 'Resolved'],
			['N/A', 'n/a'],
			['Resolved - not', ASKED_AGAIN],
			['Not resolved', ASKED_AGAIN],
			['Yes, no', ASKED_AGAIN],
			['Follow or Resolved', ASKED_AGAIN],
		],
	],
	[
		'several of those with numbers',
		{ answerType: 'severalOf', choices: '1. Price\n2. Delivery\n3. Service' },
		[
			['1. Price\n3. Service', ['1. Price', '3. Service']],
			[
				['1. Price', '3. Service'],
				['1. Price', '3. Service'],
			],
			['1. Price, 3. Service', ['1. Price', '3. Service']],
			['none', []],
			['[]', []],
			[[], []],
			['1. Price\n4. Speed', ASKED_AGAIN],
		],
	],
	[
		'several of those with bullets',
		{ answerType: 'severalOf', choices: '- Price\n* Delivery\n1) Service' },
		[
			['- Price\n1) Service', ['- Price', '1) Service']],
			['- Price\n* Delivery', ['- Price', '* Delivery']],
		],
	],
	[
		'a list',
		{ answerType: 'list' },
		[
			[
				'15. März: Angebot schicken\n20. März: Vertrag',
				['15. März: Angebot schicken', '20. März: Vertrag'],
			],
			[
				['3. Etage', '4. Etage'],
				['3. Etage', '4. Etage'],
			],
			[
				['1. Etage', '2. Etage'],
				['1. Etage', '2. Etage'],
			],
			['1. Angebot\n2. Vertrag', ['Angebot', 'Vertrag']],
			['1. 5 chairs\n2. 6 tables', ['5 chairs', '6 tables']],
			['2. a\n3. b', ['2. a', '3. b']],
			['-5 degrees\n-6 degrees', ['-5 degrees', '-6 degrees']],
			['None mentioned', null],
			['n.a.', null],
			['none', []],
		],
	],
	[
		'a text',
		{ answerType: 'text' },
		[
			...[
				'Not mentioned',
				'unknown',
				'The transcript does not say.',
				'keine Angabe',
				'…',
				'...',
				'N/A',
				'Information not provided',
				'No competitor was mentioned in the call.',
				'It cannot be inferred from the recording',
				'Nicht erwähnt',
				'no mencionado',
				'non précisé',
				'не указано',
				'未提及',
				'言及なし',
				'belirtilmedi',
				'उल्लेख नहीं',
				'غير مذكور',
				'언급되지 않음',
				'ไม่ได้กล่าวถึง',
				'tuntematon',
				'không rõ',
				'ismeretlen',
			].map((text): [string, null] => [text, null]),
			...['none', 'Unknown caller', 'Not available on Mondays', 'No refund was given'].map(
				(text): [string, string] => [text, text],
			),
		],
	],
])('%s', (_, question, rows) => {
	test.each(rows)('%j', async (answer, value) => {
		expect(await valueOf(question, answer)).toEqual(value);
	});
});
