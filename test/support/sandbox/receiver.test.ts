import { request } from 'undici';
import { startReceiver } from './receiver';

test('who waits for a call about a transcript is not content with one about another', async () => {
	const receiver = await startReceiver(() => 200);
	const call = async (id: string) => {
		const body = JSON.stringify({ transcript_id: id });
		await (await request(receiver.url, { method: 'POST', body })).body.dump();
	};
	const wanted = receiver.hasAbout(['b', 'a']);
	await call('of the test before');
	await call('a');
	await call('b');
	const calls = await wanted;
	expect(calls.map(({ body }) => Object(body).transcript_id)).toEqual(['b', 'a']);
	await receiver.close();
});
