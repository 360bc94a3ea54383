import { answerQuestions } from '../process/answerQuestions';
import { measured } from '../process/measured';
import { peerQuestion, type PeerRun, type Way } from './messages';
import type { Transcribe } from './ways/way';

answerQuestions(peerQuestion, async (question) => {
	if (question.ask === 'end') process.exit();
	return await transcribe(question);
});

async function transcribe(question: {
	way: Way;
	recordings: number;
	serviceUrl: string;
}): Promise<PeerRun> {
	const work = await beginnerOf(question.way)(question.serviceUrl);
	const urls = Array.from(
		{ length: question.recordings },
		(_, index) => `https://example.com/calls/${index}.mp3`,
	);
	const { costs, result } = await measured(async () => await work(urls));
	return {
		done: result.texts.filter((text) => text !== '').length,
		error: result.error,
		outputBytes: Buffer.byteLength(JSON.stringify(result.texts)),
		costs,
	};
}

/** Loaded on demand, since each has to be measured without the others in memory. */
function beginnerOf(way: Way): (serviceUrl: string) => Promise<Transcribe> {
	return async (serviceUrl) => {
		if (way === 'guide') return await (await import('./ways/guide')).guide(serviceUrl);
		if (way === 'oneByOne') return await (await import('./ways/sdk')).oneByOne(serviceUrl);
		if (way === 'allAtOnce') return await (await import('./ways/sdk')).allAtOnce(serviceUrl);
		const n8n = await import('./ways/n8n');
		return await (way === 'node' ? n8n.node(serviceUrl) : n8n.n8nLoop(serviceUrl));
	};
}
