import { delta, events } from '../../support/unit/services/chatEvents';
import { ChatModelBench, CHAT_MODEL_CREDENTIAL } from '../../support/engine/chatModelBench';
import { HostileService } from '../../support/engine/hostileService';

let bench: ChatModelBench;
let service: HostileService | undefined;

beforeAll(async () => {
	bench = await ChatModelBench.open();
});
afterEach(async () => {
	await service?.close();
	service = undefined;
	bench.sandbox.reset();
});
afterAll(async () => await bench.close());

async function textsOf(answer: AsyncIterable<{ text: string }>): Promise<string[]> {
	const texts: string[] = [];
	for await (const { text } of answer) if (text !== '') texts.push(text);
	return texts;
}

test('the words of an answer arrive as they are sent, while the answer goes on', async () => {
	let goOn: () => void = () => undefined;
	const mayGoOn = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	const models = [{ id: 'claude-sonnet-4-6', supported_parameters: ['stream'] }];
	service = await HostileService.open(({ method }, response) => {
		if (method === 'GET') return { body: { data: models } };
		// Cut within a letter of two bytes.
		const [begin, end] = [
			Buffer.from(events(delta({ content: 'Grü' }))),
			Buffer.from(events(delta({ content: 'ße' }, 'stop'), '[DONE]')),
		];
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.write(begin);
		response.write(end.subarray(0, end.indexOf(0xc3) + 1));
		void mayGoOn.then(() => response.end(end.subarray(end.indexOf(0xc3) + 1)));
		return undefined;
	});
	const account = { [CHAT_MODEL_CREDENTIAL]: service.account().assemblyAiAccountApi ?? {} };
	const answer = (await bench.stream(account))[Symbol.asyncIterator]();
	expect((await answer.next()).value?.text).toBe('Grü');
	goOn();
	const { value } = await answer.next();
	expect(value?.text).toBe('ße');
});

test('the sandbox streams what it says whole', async () => {
	const texts = await textsOf(await bench.stream());
	expect(texts.length).toBeGreaterThan(2);
	expect(bench.requests().at(-1)?.json).toMatchObject({ stream: true });
	expect(texts.join('')).toBe(await bench.answer());
});

test('an answer that breaks off ends with an error after the words that came', async () => {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v1/chat/completions',
		times: Infinity,
		fault: { kind: 'truncate' },
	});
	const texts: string[] = [];
	const reading = (async () => {
		for await (const { text } of await bench.stream()) texts.push(text);
	})();
	await expect(reading).rejects.toThrow(/connection was lost|broke off/);
	expect(texts.join('')).not.toBe('');
	expect(bench.requests()).toHaveLength(1);
});
