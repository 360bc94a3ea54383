import { setImmediate as others } from 'node:timers/promises';
import { EvidenceFinder } from '../../../nodes/shared/evidence/evidence';
import type { LocatableWord } from '../../../nodes/shared/evidence/locateQuote';
import type { Benchmark } from '../benchmark';
import { asMilliseconds } from '../units';

const WORDS = 100_000;
const QUOTES = 50;
const WORDS_OF_A_QUOTE = 15;
const VOCABULARY = 5_000;
const WORDS_OF_A_SENTENCE = 12;
const WORDS_OF_A_TURN = 40;
const TIMES = 5;

const TARGET_MS = 1_000;
const TARGET_STRETCH_MS = 50;

/** Words as a call of eleven hours has them: some all the time, most of them seldom. */
function longCall(): LocatableWord[] {
	let state = 12_345;
	const random = () => {
		state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
		return state / 0x80000000;
	};
	return Array.from({ length: WORDS }, (_, i) => {
		const word = lettersOf(Math.floor(random() ** 2 * VOCABULARY));
		const isLast = i % WORDS_OF_A_SENTENCE === WORDS_OF_A_SENTENCE - 1;
		return {
			text: isLast ? `${word}.` : word,
			speaker: Math.floor(i / WORDS_OF_A_TURN) % 2 ? 'B' : 'A',
			...{ start: 400 * i, end: 400 * i + 350 },
		};
	});
}

function lettersOf(number: number): string {
	return `w${[...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`;
}

/** A third as it was said, a third without an inner word, a third with another word. */
function quotesOf(words: readonly LocatableWord[]): string[] {
	const apart = Math.floor((WORDS - WORDS_OF_A_QUOTE) / QUOTES);
	return Array.from({ length: QUOTES }, (_, i) => {
		const said = words.slice(i * apart, i * apart + WORDS_OF_A_QUOTE).map(({ text }) => text);
		if (i % 3 === 1) said.splice(7, 1);
		if (i % 3 === 2) said[5] = 'nobody';
		return said.join(' ');
	});
}

/** Processor time of this process, in milliseconds. */
function processorMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

async function lookUp(words: readonly LocatableWord[], quotes: readonly string[]) {
	const begin = processorMs();
	let longest = 0;
	let from = begin;
	const giveWay = async () => {
		longest = Math.max(longest, processorMs() - from);
		await others();
		from = processorMs();
	};
	const finder = await EvidenceFinder.prepared(words, giveWay);
	for (const quote of quotes) {
		finder.find(quote);
		await giveWay();
	}
	return { total: processorMs() - begin, longest };
}

export const quotes: Benchmark = {
	name: 'quotes',
	title: `Quotes: ${QUOTES} of them in a transcript of ${WORDS} words, ${TIMES} times`,
	async run() {
		const words = longCall();
		const wanted = quotesOf(words);
		const runs = [];
		for (let time = 0; time < TIMES; time++) runs.push(await lookUp(words, wanted));
		return [
			{
				what: 'processor time',
				values: runs.map(({ total }) => total),
				counts: 'median',
				show: asMilliseconds,
				target: { atMost: TARGET_MS },
			},
			{
				what: 'longest stretch of it',
				values: runs.map(({ longest }) => longest),
				counts: 'median',
				show: asMilliseconds,
				target: { atMost: TARGET_STRETCH_MS },
			},
		];
	},
};
