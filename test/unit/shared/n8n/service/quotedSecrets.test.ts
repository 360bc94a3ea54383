import fc from 'fast-check';
import { secretsBlotter } from '../../../../../nodes/shared/n8n/service/quotedSecrets';

const hex = (sign: string, width: number) => sign.charCodeAt(0).toString(16).padStart(width, '0');
const each = (spell: (sign: string) => string) => (secret: string) =>
	[...secret].map(spell).join('');

/** How services, proxies and frameworks write what they were sent. */
const WAYS: Record<string, (secret: string) => string> = {
	'as it stands': (secret) => secret,
	'in JSON': (secret) => JSON.stringify(secret).slice(1, -1),
	'in JSON within JSON': (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
	'in an address': encodeURIComponent,
	'in an address, all of it': each((sign) => `%${hex(sign, 2)}`),
	'as code points': each((sign) => `\\u${hex(sign, 4)}`),
	'as code points in capitals': each((sign) => `\\u${hex(sign, 4).toUpperCase()}`),
	'on a page, in tens': each((sign) => `&#${sign.charCodeAt(0)};`),
	'on a page, in sixteens': each((sign) => `&#x${hex(sign, 2)};`),
	'on a page': (secret) =>
		secret
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;')
			.replaceAll("'", '&apos;'),
	'in a form': (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
};

/** What stands in a header, with no blank at either end. */
const secrets = fc
	.stringMatching(/^[\x21-\x7e][\x20-\x7e]{5,30}[\x21-\x7e]$/)
	.filter((secret) => !secret.includes('\\'));

test.each(Object.entries(WAYS))('%s no secret is shown', (_, write) => {
	fc.assert(
		fc.property(secrets, (secret) => {
			expect(secretsBlotter([secret])(`before ${write(secret)} behind`)).toBe('before ••• behind');
		}),
	);
});

test('each of several secrets is blotted out, the longer one first', () => {
	const blotted = secretsBlotter(['key', 'key-and-more', '']);
	expect(blotted('key, key-and-more; key')).toBe('•••, •••; •••');
	expect(blotted('nothing of it')).toBe('nothing of it');
});

test('a secret with signs that no header takes is known without them too', () => {
	const blotted = secretsBlotter([' schlüssel\u2603geheim\n']);
	expect(blotted('sent: schlüsselgeheim.')).toBe('sent: •••.');
});

test('blanks are no secret', () => {
	expect(secretsBlotter(['  ', '\n'])('a  b\n')).toBe('a  b\n');
});

test('what is longer than a message is looked through for the plain secret only', () => {
	const long = 'x'.repeat(1_000_001);
	expect(secretsBlotter(['key-1'])(`${long}key-1`)).toBe(`${long}•••`);
	expect(secretsBlotter(['key-1'])(`${long}key%2D1`)).toBe(`${long}key%2D1`);
});
