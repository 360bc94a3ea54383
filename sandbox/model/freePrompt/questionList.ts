/** A question as a free prompt lists it. */
export interface ListedQuestion {
	/** What stood before it, `2.` for instance; `Question:` where it was called so, empty where nothing did. */
	label: string;
	question: string;
	context?: string;
	answerFormat?: string;
	choices?: string[];
}

const FIELD =
	/^[-*•#>\s]*(?<number>\d{1,3}[.)]\s*)?\**(?:a\d{1,3} )?(?<name>question|q|context|answer[ _]?format|format|answer[ _]?options|options|choices)\s*\d{0,3}\**\s*:\**\s*(?<value>.*)$/i;
// A letter is small: `A:` is a speaker.
const ITEM = /^(?<label>\(?(?:\d{1,3}|[a-z])[.)]|[-*•–])\s+(?<text>.*)$/;

const ASKING =
	/^\**(what|who|whom|whose|when|where|why|which|how|did|does|do|is|are|was|were|can|could|will|would|should|has|have|had|give|provide|quote|name|list|summari[sz]e|describe|identify|tell|find|state|extract|explain|cite)\b/i;

/** The text of a question that begins on this line, undefined where none does. */
export function startsQuestion(line: string): { label: string; text: string } | undefined {
	const field = FIELD.exec(line.trim())?.groups;
	if (field && isQuestionField(field.name)) return { label: 'Question:', text: field.value ?? '' };
	const item = ITEM.exec(line.trim())?.groups;
	const text = plain(item?.text ?? '');
	return ASKING.test(text) || text.endsWith('?') ? { label: item?.label ?? '', text } : undefined;
}

/**
 * Reads `Question: … Context: … Answer Format: …` and numbered or bulleted questions, with or without
 * blank lines between them. `isApart`: the transcript stands elsewhere, so that every line is the asker's.
 */
export function questionLines(
	text: string,
	isApart: boolean,
): { questions: ListedQuestion[]; others: string } {
	const list = new ListReader();
	for (const line of text.split('\n')) list.read(line);
	if (!isApart && list.questions.length === 0) return alone(text);
	return { questions: list.questions.map(withoutFormat), others: list.others.join('\n') };
}

type Target = 'question' | 'context' | 'answerFormat' | 'options';

class ListReader {
	readonly questions: ListedQuestion[] = [];
	readonly others: string[] = [];
	private target: Target | undefined;
	/** Of the line on which the latest question began. */
	private indent = 0;

	read(line: string): void {
		const text = line.trim();
		if (text === '') {
			this.target = undefined;
			this.others.push('');
			return;
		}
		const current = this.questions[this.questions.length - 1];
		const field = FIELD.exec(text)?.groups;
		const item = ITEM.exec(text)?.groups;
		const start = startsQuestion(line) ?? this.nextOfList(line, item);
		if (start && !(item && this.isSubItem(line, start.label, current))) {
			this.questions.push({ label: start.label, question: start.text });
			this.indent = indentOf(line);
			this.target = 'question';
		} else if (current && field) {
			this.target = targetOf(field.name ?? '');
			this.add(current, field.value ?? '');
		} else if (current && item && this.target !== undefined) {
			current.choices = [...(current.choices ?? []), plain(item.text ?? '')];
		} else if (current && this.target !== undefined) {
			this.add(current, text);
		} else {
			this.others.push(line);
		}
	}

	/** In a list of questions, an item that is worded as none is one as well. */
	private nextOfList(line: string, item: Groups | undefined) {
		const current = this.questions[this.questions.length - 1];
		const label = item?.label ?? '';
		if (!current || label === '' || indentOf(line) > this.indent) return undefined;
		return kindOf(label) === kindOf(current.label)
			? { label, text: plain(item?.text ?? '') }
			: undefined;
	}

	/** Bullets that stand further in than a question belong to it. */
	private isSubItem(line: string, label: string, current: ListedQuestion | undefined): boolean {
		return current !== undefined && kindOf(label) === 'bullet' && indentOf(line) > this.indent;
	}

	private add(current: ListedQuestion, text: string): void {
		if (this.target === 'options') {
			current.choices = [...(current.choices ?? []), ...splitChoices(text)];
		} else if (this.target !== undefined) {
			current[this.target] = [current[this.target], text].filter(Boolean).join(' ');
		}
	}
}

type Groups = Record<string, string | undefined>;

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

function kindOf(label: string): 'bullet' | 'number' | 'letter' | 'none' {
	if (/^[-*•–]$/.test(label)) return 'bullet';
	if (/\d/.test(label)) return 'number';
	return /^\(?[a-z][.)]$/.test(label) ? 'letter' : 'none';
}

function targetOf(name: string): Target {
	if (/context/i.test(name)) return 'context';
	return /format/i.test(name) ? 'answerFormat' : 'options';
}

function isQuestionField(name: string | undefined): boolean {
	return /^q(uestion)?$/i.test(name ?? '');
}

/** `a, b or c`, `a / b`, `a | b`: the choices, without quotation marks around them. */
export function splitChoices(text: string): string[] {
	return text
		.replace(/[.;]$/, '')
		.split(/\s*(?:[,/|;]|\bor\b|\band\b)\s*/i)
		.map((choice) => choice.replace(/^["'“‘[(]+|["'”’\])]+$/g, '').trim())
		.filter((choice) => choice !== '');
}

/** `… ? (yes or no)`, `… ? Answer in one sentence.`: what follows the question mark is how to answer. */
function withoutFormat(listed: ListedQuestion): ListedQuestion {
	const mark = listed.question.lastIndexOf('?');
	const rest = mark < 0 ? '' : listed.question.slice(mark + 1).trim();
	if (rest === '') return listed;
	const told = rest.replace(/^\(|\)\.?$/g, '').replace(/^(?:answer )?format:\s*/i, '');
	const answerFormat = [listed.answerFormat, told].filter(Boolean).join(', ');
	return { ...listed, question: listed.question.slice(0, mark + 1), answerFormat };
}

const SHORT = 300;

/** A question alone, before or behind a text that has no heading. */
function alone(text: string): { questions: ListedQuestion[]; others: string } {
	const paragraphs = text.trim().split(/\n\s*\n/);
	const place = [paragraphs.length - 1, 0].find((index) => {
		const paragraph = (paragraphs[index] ?? '').trim();
		return paragraph.length <= SHORT && ASKING.test(paragraph) && paragraph.includes('?');
	});
	if (place === undefined || paragraphs.length < 2) return { questions: [], others: text };
	const question = withoutFormat({ label: '', question: (paragraphs[place] ?? '').trim() });
	const others = paragraphs.filter((_, index) => index !== place).join('\n\n');
	return { questions: [question], others };
}

function plain(text: string): string {
	return text.replace(/^\*\*|\*\*$/g, '').trim();
}
