import { isPrivate } from '../../../../nodes/shared/api/privateHost';

test.each([
	...['localhost', 'localhost.', 'n8n', 'n8n.local', 'crm.corp', 'a.home.arpa', '127.0.0.1'],
	...['10.1.2.3', '192.168.0.9', '172.16.0.1', '172.31.9.9', '169.254.1.1', '0.0.0.0'],
	...['100.64.0.1', '100.127.0.1', '[::1]', '[::]', '[fc00::1]', '[fd12::9]', '[fe80::1]'],
	...[
		'[::ffff:10.0.0.1]',
		'[::ffff:10.20.30.40]',
		'[::ffff:7f00:1]',
		'[::ffff:c0a8:9]',
		'[::FFFF:AC10:1]',
	],
])('%s is within a network', (host) => {
	expect(isPrivate(`http://${host}:81/x`)).toBe(true);
});

test.each([
	...['example.com', 'example.com.', 'local.example.com', '8.8.8.8', '172.32.0.1', '100.128.0.1'],
	...['100.63.0.1', '11.0.0.1', '[2606:4700::1]', '[::ffff:808:808]', '[64:ff9b::ffff:a00:1]'],
	...['[::ffff:a00:1:2]', '[::ffff:0:a00:1]'],
])('%s is not', (host) => {
	expect(isPrivate(`https://${host}/x`)).toBe(false);
});
