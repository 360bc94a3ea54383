import { blocks, type Block, PAGES, readPage } from './pages';

export interface Command {
	page: string;
	line: string;
}

/** The command lines of all pages as somebody would type them, one for each line of a shell block. */
export function commandLines(): Command[] {
	return [...blocks('bash'), ...blocks('').filter(isOfCommands)].flatMap(({ page, text }) =>
		text
			// First the comments, which have apostrophes.
			.replace(/[ \t]+# .*$/gm, '')
			// A line goes on behind a backslash, and within quotation marks.
			.replace(/ \\\n\s*/g, ' ')
			.replace(/'[^']*'/g, (quoted) => quoted.replace(/\n\s*/g, ' '))
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
			.map((line) => ({ page, line })),
	);
}

/** Without a language a block is a picture of signs or a list, unless it looks like this. */
function isOfCommands({ text }: Block): boolean {
	return /^(?:\$ |(?:npm|node|npx|curl|python3|export|docker|git) )/m.test(text);
}

export interface ScriptUse {
	page: string;
	script: string;
	options: string[];
}

/** Where a page tells to run an npm script, in a block or in a sentence. */
export function scriptUses(): ScriptUse[] {
	return PAGES.flatMap((page) =>
		[...readPage(page).matchAll(/npm run ([\w:]+)((?: --)?(?: --?[\w-]+| [^`\s#)|]+)*)/g)].map(
			([, script = '', rest = '']) => ({
				page,
				script,
				options: rest.match(/--[a-z][\w-]*/g) ?? [],
			}),
		),
	);
}
