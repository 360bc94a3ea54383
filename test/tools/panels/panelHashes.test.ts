import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
	knowsPanels,
	notePanels,
	oldPictures,
	panelHashes,
} from '../../../tools/panels/panelHashes';
import { PICTURES } from '../../../tools/panels/pictures';
import { temporaryFolder } from '../../support/temporaryFolder';

const FOLDER = path.resolve(__dirname, '../../../docs/panels');

test('of every picture it is known what it shows', () => {
	const pictures = readdirSync(FOLDER).filter((file) => file.endsWith('.png'));
	expect(Object.keys(PICTURES)).toEqual(pictures.sort());
});

// The note comes with the pictures: npm run test:n8n -- --screenshots
const whereNoted = knowsPanels(FOLDER) ? test : test.skip;

whereNoted('no picture is older than what it shows: npm run test:n8n -- --screenshots', () => {
	expect(oldPictures(FOLDER)).toEqual([]);
});

test('a panel that changes makes its pictures old, and no others', async () => {
	const folder = await temporaryFolder('panels-');
	expect(knowsPanels(folder)).toBe(false);
	notePanels(folder);
	expect(oldPictures(folder)).toEqual([]);
	const changed = { ...panelHashes(), assemblyAiTranscribe: 'another' };
	expect(oldPictures(folder, changed)).toEqual([
		'clip-quotes.png',
		'first-1-search.png',
		'first-2-recording.png',
		'first-3-next-node.png',
		'node-search.png',
		'talk-metrics.png',
		'transcribe-output-table.png',
		'transcribe-panel.png',
	]);
});

test('each panel has a hash of its own, which stays as long as the panel does', () => {
	expect(panelHashes()).toEqual(panelHashes());
	expect(new Set(Object.values(panelHashes())).size).toBe(Object.keys(panelHashes()).length);
});
