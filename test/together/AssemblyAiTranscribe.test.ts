import { testFilesUnder } from '../support/run/filesUnder';
import { together } from '../support/run/together';

together(
	testFilesUnder('engine/AssemblyAiTranscribe').filter((file) => !file.includes('inMemory')),
);
