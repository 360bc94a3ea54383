import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../../..');

export interface Block {
	page: string;
	/** Of the first line within the fences. */
	line: number;
	language: string;
	text: string;
}

/** The pages for people, by their paths in the repository. */
export const PAGES = [
	...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'],
	...['.github/pull_request_template.md', 'packages/n8n-nodes-assemblyai-chat-model/README.md'],
	...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file.replaceAll(path.sep, '/')}`)
		.sort(),
];

export function readPage(page: string): string {
	return readFileSync(path.join(ROOT, page), 'utf8');
}

/** What stands between fences, on all pages. */
export function blocks(...languages: string[]): Block[] {
	return allBlocks().filter(({ language }) => languages.includes(language));
}

export function allBlocks(): Block[] {
	return PAGES.flatMap(blocksOf);
}

function blocksOf(page: string): Block[] {
	const found: Block[] = [];
	let open: Block | undefined;
	for (const [index, line] of readPage(page).split('\n').entries()) {
		const fence = /^\s*(?:```|~~~)(.*)$/.exec(line);
		if (!fence) {
			if (open) open.text += `${line}\n`;
		} else if (open) {
			found.push(open);
			open = undefined;
		} else {
			open = { page, line: index + 2, language: fence[1]?.trim() ?? '', text: '' };
		}
	}
	return found;
}

/** A page without its code, in which nothing is a link or a heading. */
export function proseOf(page: string): string {
	return readPage(page)
		.replace(/^```[^]*?^```/gm, '')
		.replace(/`[^`\n]*`/g, (code) => {
			// A heading's anchor is made of its code as well.
			return code.replace(/[[\]()]/g, '');
		});
}
