import { inspect } from 'node:util';
import { HostileService } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

/** As pasted into the credential, and what of it stands in no message in any spelling. */
const SECRETS: Array<[string, string, string]> = [
	['plain', 'marked0123456789', 'marked0123456789'],
	['with spaces around', '  marked0123456789  ', 'marked0123456789'],
	['with a line break behind', 'marked0123456789\n', 'marked0123456789'],
	['with an invisible sign within', 'marked\u200b0123456789', 'marked0123456789'],
	['with quotation marks', 'mar"ked"0123456789', '0123456789'],
	['with a backslash', 'mar\\ked0123456789', 'ked0123456789'],
	['with signs of a page', 'mar<ked>&0123456789', '0123456789'],
	['with signs of an address', 'mar/ked+0123 zyxw456=789', 'zyxw456'],
];

const QUOTES: Array<[string, (secret: string) => string]> = [
	['in JSON', (secret) => JSON.stringify({ error: `refused: ${secret}!` })],
	['in JSON in JSON', (secret) => JSON.stringify({ error: JSON.stringify({ sent: secret }) })],
	['in a list of errors', (secret) => JSON.stringify({ metadata: { errors: [secret, 'no'] } })],
	['with slashes escaped', (s) => JSON.stringify({ error: s }).replaceAll('/', '\\/')],
	['in a text', (secret) => `refused: ${secret}`],
	[
		'in a page',
		(secret) => `<p>${secret.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}`,
	],
	['in an address', (secret) => `/?key=${encodeURIComponent(secret)}&b`],
	['in a form', (secret) => new URLSearchParams({ secret }).toString()],
	['in JSON with codes for signs', (secret) => `{"error":"${codes(secret)}"}`],
];

function codes(text: string): string {
	return [...text].map((s) => `\\u${s.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

describe.each(SECRETS)('a secret %s', (_, pasted, mark) => {
	test.each(QUOTES)('that is quoted %s is not shown', async (__, quote) => {
		const service = await HostileService.open(({ headers }) => {
			return { status: 400, body: quote(String(headers.authorization)) };
		});
		const credentials = service.account({ apiKey: pasted, webhookSecret: '' });
		const asKey = await bench.get(ID, { waitMode: 'doNotWait' }, { credentials });
		expect(service.seen[0]?.headers.authorization).toBeTruthy();
		expect(asKey.error('Node')?.message).toContain('400');
		expect(inspect(asKey, { depth: null, maxStringLength: null })).not.toContain(mark);
		await service.close();
	});
});
