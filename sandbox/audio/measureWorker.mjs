// A worker of its own because music-metadata is an ES module only, which Jest's CommonJS loader cannot
// import; it also keeps the parsing of foreign files off the server's thread.
import { parentPort } from 'node:worker_threads';
import { parseFile } from 'music-metadata';

parentPort?.on('message', async ({ id, file }) => {
	try {
		const { format } = await parseFile(file, { duration: true, skipCovers: true });
		const { duration, numberOfChannels } = format;
		parentPort?.postMessage({ id, durationSeconds: duration, channels: numberOfChannels });
	} catch {
		parentPort?.postMessage({ id });
	}
});
