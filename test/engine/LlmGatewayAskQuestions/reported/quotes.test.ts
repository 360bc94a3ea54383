import { askScripted, scriptedTranscript, type Turn } from '../../../support/engine/scriptedCall';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

type Call = readonly Turn[] | string | ReturnType<typeof scriptedTranscript>;

async function quoted(call: Call, quote: string, question = {}) {
	const { json, requests } = await askScripted(
		bench,
		call,
		[{ key: 'q', question: 'Which words show it?', answerType: 'quote', ...question }],
		[{ index: 1, answer: quote, quote }],
	);
	expect(requests).toBe(1);
	return { answer: Object(json?.answers).q, ...Object(Object(json?.evidence).q) };
}

const B = (text: string): readonly Turn[] => [['B', text]];
const asText = (turns: readonly Turn[]) => turns.map(([, text]) => text).join('\n');

describe.each([
	[
		'the last word',
		'I think your support team is terrible.',
		'I think your support team is great.',
	],
	['the first word', 'Nobody told me about the fee.', 'Somebody told me about the fee.'],
	['French rien', "Je n'ai rien payé pour cette mise à jour", "J'ai payé pour cette mise à jour"],
	['the end of a Turkish verb', 'Bunu kullanmak istemiyorum', 'Bunu kullanmak istiyorum'],
	['a Turkish ending', 'Bu sürümü kullanamıyorum artık', 'Bu sürümü kullanıyorum artık'],
	['Hindi नहीं', 'मुझे यह नहीं चाहिए', 'मुझे यह चाहिए'],
	['a Korean verb', '계약을 연장할 생각이 있습니다', '계약을 연장할 생각이 없습니다'],
	['Russian не', 'Я не хочу продлевать договор', 'Я хочу продлевать договор'],
	['Hebrew לא', 'אני לא רוצה לחדש את החוזה', 'אני רוצה לחדש את החוזה'],
	['a Persian verb', 'من نمی خواهم قرارداد را تمدید کنم', 'من می خواهم قرارداد را تمدید کنم'],
	[
		'Dutch geen',
		'Ik heb geen factuur gekregen van jullie',
		'Ik heb een factuur gekregen van jullie',
	],
	['Swedish inte', 'Jag vill inte förnya avtalet', 'Jag vill förnya avtalet'],
	['a Czech verb', 'Nechci prodloužit smlouvu o rok', 'Chci prodloužit smlouvu o rok'],
	['Vietnamese không', 'Tôi không muốn gia hạn hợp đồng', 'Tôi muốn gia hạn hợp đồng'],
	['Indonesian tidak', 'Saya tidak mau memperpanjang kontrak', 'Saya mau memperpanjang kontrak'],
	['Chinese 不', '我们下个月不打算续约', '我们下个月打算续约'],
	['a Japanese verb', '契約を更新したくないです', '契約を更新したいです'],
	[
		'a city',
		'We move the office from Boston to Paris in spring',
		'We move the office from Denver to Paris in spring',
	],
	[
		'a feeling',
		'I really love the way that you handled this last week',
		'I really hate the way that you handled this last week',
	],
	[
		'a weekday',
		'Die Lieferung kommt am Dienstag gegen zehn Uhr zu uns',
		'Die Lieferung kommt am Donnerstag gegen zehn Uhr zu uns',
	],
	['a name', 'My name is Jon Smith', 'My name is John Smith'],
	['60 and 70', 'El plan cuesta sesenta euros al mes', 'El plan cuesta setenta euros al mes'],
	['13th and 30th', 'It was on the thirteenth of May', 'It was on the thirtieth of May'],
	['15 and 50', 'It costs fifteen dollars a month', 'It costs fifty dollars a month'],
	['1.5 and 15', 'It costs 1.5 dollars a month', 'It costs 15 dollars a month'],
	['two numbers and one', 'It costs 20 5 dollars a month', 'It costs 25 dollars a month'],
	[
		'a number left out',
		'We pay for two thousand seats each month now',
		'We pay for thousand seats each month now',
	],
	[
		'hardly left out',
		'I would hardly call this a good support experience',
		'I would call this a good support experience',
	],
	[
		'not left out',
		'I really think that the new map is not great for us',
		'I really think that the new map is great for us',
	],
	[
		'a word added',
		'I really think the new map is great for us',
		'I really think the brand new map is great for us',
	],
	['who owes whom', 'Peter owes Susan a lot of money', 'Susan owes Peter a lot of money'],
	['its', 'Their dog has lost its bone', "Their dog has lost it's bone"],
	['can and can not', "I can't do that", 'I can do that'],
	["won't and want", "I won't do that", 'I want do that'],
	[
		'sentences put together',
		'I want it. The price is high. But not now.',
		'I want it. But not now.',
	],
	['no words', 'I want it.', '""'],
])('a quote that differs by %s', (_, said, quote) => {
	test.each([
		['by ID', B(said)],
		['as text', said],
	])('%s is no answer', async (__, call) => {
		expect(await quoted(call, quote)).toMatchObject({ answer: null, verified: false, at: null });
	});
});

describe.each([
	['contractions', "I don't think that's right", 'I do not think that is right'],
	[
		'contractions the other way',
		"That is what I'd like, it's fine",
		"That's what I would like, it is fine",
	],
	['OK, fillers and stutters', 'Okay, uh, so I I think that is fine', 'OK so I think that is fine'],
	['ß', 'Die Straße ist gesperrt', 'Die Strasse ist gesperrt'],
	['umlauts', 'Wir hätten gern später eine Lösung', 'Wir haetten gern spaeter eine Loesung'],
	[
		'umlauts the other way',
		'Wir haetten gern spaeter eine Loesung',
		'Wir hätten gern später eine Lösung',
	],
	['a ring', 'Jag förstår inte frågan', 'Jag foerstaar inte fraagan'],
	['accents', 'We met at the café', 'we met at the cafe'],
	['dots on capitals', 'ışık çok iyi geldi', 'IŞIK ÇOK İYİ GELDİ'],
	['full width', 'The order is ＡＢＣ', 'The order is ABC'],
	['half width', 'カタカナです', 'ｶﾀｶﾅです'],
	['harakat', 'شكراً جزيلاً لكم', 'شكرا جزيلا لكم'],
	['hamza', 'أريد إلغاء الاشتراك', 'اريد الغاء الاشتراك'],
	['tatweel', 'مرحبا بكم', 'مرحـــبا بكم'],
	['niqqud', 'שָׁלוֹם לכם', 'שלום לכם'],
	['chandrabindu', 'मैं ठीक हूँ', 'मैं ठीक हूं'],
	['nukta', 'मुझे फ़ोन कीजिए', 'मुझे फोन कीजिए'],
	['a joiner', 'क्षमा कीजिए मुझे', 'क्\u200dषमा कीजिए मुझे'],
	['a hyphen', 'It is a long-term contract', 'It is a long term contract'],
	['a space', 'We use the web site', 'We use the website'],
	['thousands', 'It costs 1,500 dollars a month', 'It costs 1500 dollars a month'],
	['a number word', 'It costs 20 dollars a month', 'It costs twenty dollars a month'],
	['a number of two words', 'It costs 25 dollars a month', 'It costs twenty five dollars a month'],
	['an ellipsis at the end', 'I love the map', 'I love the map...'],
	['bold', 'I love the map', '**I love the map**'],
	['marks in Chinese', '客户不会续约，因为太贵了', '客户不会续约因为太贵了'],
])('a quote with other %s', (_, said, quote) => {
	test.each([
		['by ID', B(said)],
		['as text', said],
	])('%s has the words of the recording', async (__, call) => {
		expect(await quoted(call, quote)).toMatchObject({ answer: said, verified: true, exact: true });
	});
});

test.each([
	['I do not want the premium support', 'want the premium support', 'not want the premium support'],
	[
		'Ich will den Premium-Support nicht',
		'Ich will den Premium-Support',
		'Ich will den Premium-Support nicht',
	],
	[
		'A mí tampoco me gusta el nuevo mapa',
		'me gusta el nuevo mapa',
		'tampoco me gusta el nuevo mapa',
	],
	['Мне никто ничего не сказал', 'сказал', 'никто ничего не сказал'],
	[
		'Bu fiyat bizim için uygun değildi',
		'Bu fiyat bizim için uygun',
		'Bu fiyat bizim için uygun değildi',
	],
	['계약을 연장할 생각이 없습니다', '계약을 연장할 생각이', '계약을 연장할 생각이 없습니다'],
	['मुझे यह योजना पसंद नहीं है', 'मुझे यह योजना पसंद', 'मुझे यह योजना पसंद नहीं'],
	['Me emme halua uusia sopimusta', 'halua uusia sopimusta', 'emme halua uusia sopimusta'],
	['没有人告诉我们要付费', '告诉我们要付费', '没有人告诉我们要付费'],
	['我们下个月不打算续约', '打算续约', '不打算续约'],
	['契約を更新したくありません', '契約を更新したく', '契約を更新したくありません'],
	['来月は契約を更新しないと思います', '来月は契約を更新', '来月は契約を更新しない'],
	['ผมไม่ต้องการต่อสัญญา', 'ต้องการต่อสัญญา', 'ไม่ต้องการต่อสัญญา'],
])('of "%s" the quote "%s" comes with the "not" beside it', async (said, quote, shown) => {
	for (const call of [B(said), said]) {
		expect(await quoted(call, quote)).toMatchObject({ answer: shown, verified: true });
	}
});

test('a word that was left out comes back, and the passage is told as not exact', async () => {
	const said = 'I really think that the new map is great for us';
	for (const call of [B(said), said]) {
		expect(await quoted(call, 'I really think the new map is great for us')).toMatchObject({
			answer: said,
			verified: true,
			exact: false,
		});
	}
});

const yes: readonly Turn[] = [
	['A', 'Do you agree?', 0],
	['B', 'Yes.', 3_000],
	['A', 'Really?', 5_000],
	['A', 'Yes.', 9_000],
];

test.each([
	['[00:03] Speaker B: Yes.', 'B', 3_000],
	['[00:09] Speaker A: Yes.', 'A', 9_000],
	['[00:09 - 00:10] Yes.', 'A', 9_000],
	['(0:03) Yes.', 'B', 3_000],
	['0:09 - Yes.', 'A', 9_000],
	['B: "Yes."', 'B', 3_000],
	['**Speaker B:** Yes.', 'B', 3_000],
	['Sprecher B: Yes.', 'B', 3_000],
	['Speaker B (00:03): Yes.', 'B', 3_000],
	['Speaker A [00:09] Yes.', 'A', 9_000],
	['Yes. (00:09)', 'A', 9_000],
	['"Yes." - Speaker B', 'B', 3_000],
	['Yes.', null, null],
	['Speaker C: Yes.', null, null],
])('the label of %s picks the place', async (quote, speaker, start) => {
	expect(await quoted(yes, quote)).toMatchObject({
		answer: 'Yes.',
		verified: true,
		speaker,
		start,
		problem: start === null ? 'severalPlaces' : null,
	});
});

test('a time that was said is no label', async () => {
	const said = 'Let us meet at 10:30 on Monday: fine';
	expect(await quoted(B(said), '10:30 on Monday: fine')).toMatchObject({
		answer: '10:30 on Monday: fine',
	});
});

test.each<[string, readonly Turn[], string | null]>([
	[
		'ends in the words of the other',
		[
			['A', 'Stay with us for another year?'],
			['B', 'No.'],
		],
		null,
	],
	[
		'begins with the words of the other',
		[
			['B', 'No.'],
			['A', 'Stay with us for another year?'],
		],
		null,
	],
	[
		'has a "mhm" of the other inside',
		[
			['A', 'I send it today and'],
			['B', 'mhm'],
			['A', 'call you on Monday.'],
		],
		'A',
	],
])('a quote that %s has one speaker or none', async (_, turns, speaker) => {
	expect(await quoted(turns, asText(turns))).toMatchObject({ verified: true, speaker });
});

test('what two say at the same time is found in what each of them said', async () => {
	const call = scriptedTranscript([
		['A', 'I will send you the offer this afternoon okay', 0],
		['B', 'that would be great thank you', 300],
	]);
	expect(await quoted(call, 'send you the offer this afternoon')).toMatchObject({ speaker: 'A' });
	expect(await quoted(call, 'that would be great thank you')).toMatchObject({ speaker: 'B' });
});

test.each([[null], [[]]])(
	'without words (%j) those of the utterances or the text are used',
	async (words) => {
		const turns: readonly Turn[] = [['B', 'It is too expensive.']];
		const call = scriptedTranscript(turns, { words });
		expect(await quoted(call, 'too expensive')).toMatchObject({ verified: true, speaker: 'B' });
		// It goes in by its ID, which the Gateway must know.
		const id = await bench.finishedTranscript({ speakerLabels: false });
		const textOnly = scriptedTranscript(turns, { id, words, utterances: null });
		expect(await quoted(textOnly, 'too expensive')).toMatchObject({ verified: true, start: null });
	},
);

test('the words of somebody else than asked for are no answer', async () => {
	const turns: readonly Turn[] = [
		['A', 'This is the best map of all.'],
		['B', 'I am not sure about that.'],
	];
	expect(await quoted(turns, 'the best map of all', { saidBy: 'B' })).toMatchObject({
		answer: null,
		verified: false,
		problem: 'otherSpeaker',
	});
	expect(await quoted(turns, 'the best map of all', { saidBy: 'A' })).toMatchObject({
		answer: 'the best map of all.',
	});
});
