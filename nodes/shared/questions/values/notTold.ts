import { trimSigns } from './trimSigns';

/** No phrase for "not told" is longer; what is longer says something. */
const MAX_PHRASE = 120;

const IN_IT =
	'(?: (?:in|during|by|within|on|at) (?:the |this )?(?:transcript|recording|call|conversation|meeting|audio|text))?';

/** What stands for "not told" in any answer, as words in lower case with single spaces between them. */
const PHRASES = new RegExp(
	`^(?:${[
		'n a|n v t|k a|null|undefined',
		`(?:(?:it|this|that) )?(?:(?:is|was) )?(?:not|none|nothing|never) (?:explicitly |specifically |clearly )?(?:mentioned|stated|specified|discussed|provided|disclosed|indicated|applicable)${IN_IT}`,
		'(?:the )?(?:transcript|recording|call|conversation|audio|text) (?:does not|doesn t|did not|didn t|never) (?:say|tell|mention|specify|state|indicate|provide|disclose|reveal)(?: (?:it|this|that|so|this information|the answer))?',
		`(?:there is )?no (?:information|info|mention|details)(?: (?:is|was))?(?: (?:available|provided|given|found|mentioned|about this|about it))?${IN_IT}`,
		`(?:the )?(?:information|info|data|details|answer|value|speaker|caller|customer)(?: (?:is|was|are|were))? not (?:available|provided|given|found|mentioned|stated|specified|disclosed)${IN_IT}`,
		`no (?:\\p{L}+ ){1,3}(?:is|was|are|were) (?:mentioned|stated|specified|named)${IN_IT}`,
		'(?:it )?(?:cannot|can not|could not) be (?:determined|inferred|answered|established)(?: from (?:the |this )?(?:transcript|recording|call|conversation|text))?',
		'keine angaben?|keine information(?:en)?|(?:wird |wurde )?nicht (?:erwähnt|genannt|angegeben|mitgeteilt|zutreffend|besprochen)|das transkript sagt (?:es|das|dazu|darüber) nichts?|das transkript sagt nichts dazu',
		'(?:non|pas) (?:mentionné|communiqué|précisé|indiqué|spécifié|renseigné)(?:e|s|es)?|non applicable|aucune (?:information|mention|indication|précision)|la transcription ne le (?:dit|précise|mentionne|indique) pas',
		'no (?:mencionad[oa]|especificad[oa]|indicad[oa]|aplicable|aplica|consta|procede|se menciona|se especifica|se indica)|sin (?:información|especificar|datos|mención)|la transcripción no lo (?:dice|menciona|especifica|indica)',
		'não (?:mencionad[oa]|informad[oa]|especificad[oa]|indicad[oa]|aplicável|se aplica|consta|foi mencionad[oa])|sem (?:informação|informações)',
		'non (?:menzionat[oa]|specificat[oa]|indicat[oa]|comunicat[oa]|applicabile)|nessuna (?:informazione|indicazione|menzione)',
		'niet (?:vermeld|genoemd|gespecificeerd|aangegeven|opgegeven|van toepassing)|geen (?:informatie|opgave)',
		'(?:ej|inte) (?:angivet|nämnt|tillämpligt)|ikke (?:nævnt|nevnt|oplyst|angivet|oppgitt)',
		'nie (?:podano|wspomniano|określono|dotyczy)|brak (?:informacji|danych)',
		'не (?:указано|упомянуто|упоминается|сказано|применимо|сообщается)|нет (?:данных|информации)|н д',
		'belirtilmedi|belirtilmemiş|bahsedilmedi|bilgi (?:yok|verilmedi)',
		'言及なし|記載なし|該当なし|情報なし|言及されていません|未提及|未提到|没有提及|没有提到|未说明|未說明|不适用|不適用',
		'ไม่(?:ได้)?(?:กล่าวถึง|ระบุ)|ไม่มีข้อมูล|không (?:được )?(?:đề cập|nói đến)|không có thông tin|tidak (?:disebutkan|disebut|ada informasi)',
		'δεν (?:αναφέρεται|αναφέρθηκε)|לא (?:צוין|הוזכר|נאמר)|ذکر نشده(?: است)?|উল্লেখ নেই|не (?:вказано|згадано|зазначено)',
		'neuvedeno|nezmíněno|nem (?:említette|említett|szerepel)|nu (?:este|a fost) (?:menționat|specificat)|ei mainittu',
		'언급되지 않음|언급 없음|해당 없음|해당없음|정보 없음|언급되지 않았습니다|غير مذكور|لم يذكر|उल्लेख नहीं|लागू नहीं',
	].join('|')})$`,
	'u',
);

/** Says of any answer that it is not known, but "none" or "not sure" may be how somebody feels. */
const UNKNOWN =
	/^(?:unknown|not known|unbekannt|nicht bekannt|inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|onbekend|ok[äa]nt|ukendt|ukjent|nieznan[yae]|неизвестно|bilinmiyor|不明|未知|알 수 없음|غير معروف|अज्ञात|ไม่ทราบ|tuntematon|neznám[ýéáo]|ismeretlen|necunoscut|άγνωστο|לא ידוע|نامشخص|tidak diketahui|không rõ|không biết|невідомо|невідомий|неизвестен|неизвестна|nežinoma|teadmata|অজানা)$/u;

/** These may be what a text says, but never a number, a date or a choice. */
const NO_VALUE =
	/^(?:na|none|not (?:given|told|available|sure|clear)|unclear|unsure|unklar|tbd|pas clair|no está claro)$/u;

/** Whether an answer says in any language that the recording does not tell, or is but dots and dashes. */
export function isNotTold(text: string): boolean {
	const isDots = text.trim() !== '' && trimSigns(text, '.…?_–—-') === '';
	return isDots || PHRASES.test(phraseOf(text));
}

/** Whether an answer is nothing but "unknown". */
export function isUnknown(text: string): boolean {
	return UNKNOWN.test(phraseOf(text));
}

/** Whether an answer that cannot be words has none. */
export function isNoValue(text: string): boolean {
	return isNotTold(text) || isUnknown(text) || NO_VALUE.test(phraseOf(text));
}

function phraseOf(text: string): string {
	const trimmed = text.trim();
	if (trimmed.length > MAX_PHRASE) return '';
	return (
		trimmed
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
	).join(' ');
}
