import type { IDataObject } from 'n8n-workflow';
import { executeContext } from '../../support/unit/executeContext';
import { PAGES, readPage } from './pages/pages';
import { shownJson } from './pages/shownJson';

/** AssemblyAI's tag, which is no expression: how it may and may not be written. */
const TAG = /^\{\{ ?(?:transcript|TRANSCRIPT) ?\}\}$/;
/** Another node's items need that node. */
const OF_ANOTHER_NODE = /\$\('/;

/** What comes from elsewhere than an output that the page shows. */
const FROM_ELSEWHERE: Record<string, IDataObject> = {
	// Where n8n puts files in a workflow that combines them with the fields; test/n8n has it in a real one.
	'{{ $json._files.data }}': {
		_files: { data: { mimeType: 'audio/mpeg', id: 'filesystem-v2:x' } },
	},
	// A field of the user's own.
	'{{ $json.crm_record_id }}': { crm_record_id: 'DEAL-1042' },
	'{{ $json.customer }}': { customer: 'Acme' },
	// A field of Transcribe's output, which is text; engine/outputSchemas.test.ts holds its name.
	'{{ $json.dialogue }}': { dialogue: 'Speaker A: Hello.' },
	// Any key stands for all.
	'{{ $json.answers.the_key }}': { answers: { the_key: 'positive' } },
	'{{ $json.evidence.the_key.reason }}': { evidence: { the_key: { reason: 'It is said.' } } },
};

const expressions = PAGES.filter((page) => !page.startsWith('docs/decisions/')).flatMap((page) =>
	[...new Set(readPage(page).match(/\{\{.*?\}\}/g) ?? [])]
		.filter((expression) => !TAG.test(expression) && !OF_ANOTHER_NODE.test(expression))
		.map((expression) => ({ page, expression })),
);

/** @throws what n8n throws for an expression that it cannot read */
function evaluated(expression: string, json: IDataObject): unknown {
	const context = executeContext({ items: [{ json }], parameters: { value: `=${expression}` } });
	return context.evaluateExpression(expression, 0);
}

function itemsShownOn(page: string): IDataObject[] {
	return shownJson()
		.filter((shown) => shown.page === page)
		.flatMap(({ value }) => (Array.isArray(value) ? [] : [Object(value)]));
}

const isThere = (value: unknown) => value !== undefined && value !== null && value !== '';

test('there are expressions on the pages', () => {
	expect(expressions.length).toBeGreaterThan(8);
});

test.each(expressions)('$page: $expression gives something', ({ page, expression }) => {
	const elsewhere = FROM_ELSEWHERE[expression];
	const items = elsewhere ? [elsewhere] : itemsShownOn(page);
	const values = items.map((item) => evaluated(expression, item));
	expect(values.filter(isThere)).not.toEqual([]);
});
