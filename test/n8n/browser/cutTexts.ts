import type { Page } from 'playwright-core';
import { z } from 'zod';

const measured = z.object({ seen: z.number(), cut: z.array(z.string()) });

/**
 * Measures every text of the open panel's parameters against the box that clips it: labels, hints, notices, and
 * what stands in fields of one line. n8n gives a label that does not fit an ellipsis, which no name of a class tells.
 * @returns how many texts there were, and those of which something is not to be seen
 */
export async function cutTexts(page: Page): Promise<z.infer<typeof measured>> {
	return measured.parse(await page.evaluate(MEASURE));
}

/** As text, since it runs in the page. */
const MEASURE = `(() => {
	const panel = document.querySelector('[data-test-id="ndv"] [data-test-id="node-parameters"]');
	const cut = [];
	let seen = 0;
	const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	while (texts.nextNode()) {
		const node = texts.currentNode;
		if (!node.data.trim()) continue;
		range.selectNodeContents(node);
		const text = range.getBoundingClientRect();
		if (text.width === 0) continue;
		seen++;
		for (let box = node.parentElement; box && panel.contains(box); box = box.parentElement) {
			if (getComputedStyle(box).overflowX === 'visible') continue;
			const { left, right } = box.getBoundingClientRect();
			if (text.right <= right + 1 && text.left >= left - 1) continue;
			cut.push(node.data.trim());
			break;
		}
	}
	const pen = document.createElement('canvas').getContext('2d');
	for (const field of panel.querySelectorAll('input')) {
		const text = field.value || field.placeholder;
		if (field.clientWidth === 0 || !text) continue;
		seen++;
		const style = getComputedStyle(field);
		pen.font = style.font;
		const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
		if (pen.measureText(text).width > room + 1) cut.push(text);
	}
	return { seen, cut };
})()`;
