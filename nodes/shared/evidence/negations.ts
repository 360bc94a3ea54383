import { plainSet, plainWord } from './plainWord';

/** "Don't" as plainWord gives it, and the forms of German "kein". */
const WRITTEN_TOGETHER =
	/^(?:(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|will|shall)not|kein\w*)$/;

/** Beginnings of words that negate whatever ending follows: nirgends, değildi, никакой, żadnego, 없습니다. */
const STEMS = new RegExp(
	`^(?:${'nirgend değil никак żadn 없 않 못 아니'.split(' ').map(plainWord).join('|')})`,
);

const NEGATIONS = plainSet(
	'no not non none nor never neither nothing nobody nowhere cannot without hardly barely scarcely seldom rarely aint ' +
		'nicht kaum nie niemals nichts niemand niemandem niemanden weder ohne ne pas jamais sans rien aucun aucune ' +
		'personne ni nul nulle guère nunca jamás sin nada nadie ningún ninguno ninguna tampoco apenas mai senza niente ' +
		'nessuno nessuna nulla né nemmeno neanche neppure não nem ninguém nenhum nenhuma sem tampouco niet geen nooit ' +
		'niets niemand nergens nie nic nikt nikogo nikomu niczego nigdy nigdzie ani bez не нет ни без никогда никто ' +
		'никого никому ничего ничто ничем нигде нельзя yok hayır hiç asla لا لم لن ليس ليست ما مش مو بدون غير नहीं नही मत ' +
		'ना न बिना 안 못 아뇨 不 没 沒 未 无 無 別 别 勿 没有 沒有 ない ません なかった ไม่ มิได้ อย่า inte aldrig ingen ' +
		'inget inga varken utan ikke aldri hverken intet ingenting ei emme eivät älä není nikdo nikdy ' +
		'ні немає ніхто нічого ніколи nu fără niciodată nimeni nimic niciun nicio nem sem soha senki semmi nincs sincs ' +
		'δεν δε μην κανείς κανένας τίποτα ποτέ ούτε χωρίς לא אין בלי אף שום không chưa chẳng chả đừng tidak nggak ' +
		'gak bukan jangan belum tanpa هیچ نه না নেই নয় இல்லை',
);

/** Whether a word turns what stands beside it into its contrary, in a language that is known here. */
export function isNegation(plain: string): boolean {
	return NEGATIONS.has(plain) || WRITTEN_TOGETHER.test(plain) || STEMS.test(plain);
}

const UNSPACED_WORD =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{M}]+$/u;
const AT_END = /(?:[不没沒未无無別别勿]|没有|沒有|ไม่|ไม่ได้|มิได้|อย่า)[\p{Script=Han}]{0,2}$/u;
/** A negated verb ends in kana ("更新し|たくありません"); its voicing marks stand apart in a plain word. */
const IN_VERB = /^[\p{Script=Hiragana}\u3099\u309a]{0,5}(?:ない|なかった|なく|ません)/u;

/** As long as a negation and the ending of a verb before it. */
const MAX_LETTERS = 9;

/**
 * In a script without spaces a negation may be cut into several words or be a part of one: how many words belong
 * to it, 0 for none. In Japanese it ends the verb, elsewhere it stands before.
 * @param outward plain words from a passage's end outward, the nearest first
 */
export function unspacedNegation(outward: Iterable<string>, side: 'before' | 'behind'): number {
	let letters = '';
	let count = 0;
	for (const word of outward) {
		if (!UNSPACED_WORD.test(word)) return 0;
		count++;
		letters = side === 'before' ? word + letters : letters + word;
		const start = letters.slice(0, MAX_LETTERS + 1);
		if (side === 'before' ? AT_END.test(letters.slice(-MAX_LETTERS)) : IN_VERB.test(start))
			return count;
		if (letters.length >= MAX_LETTERS) return 0;
	}
	return 0;
}
