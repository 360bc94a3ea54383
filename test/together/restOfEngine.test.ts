import { testFilesUnder } from '../support/run/filesUnder';
import { together } from '../support/run/together';

/** What runs as a file of its own, or does not touch the nodes. */
const APART =
	/engine\/(?:AssemblyAiTranscribe|LlmGatewayAskQuestions|harness)\/|\/secrets\.test\.ts$/;

together(testFilesUnder('engine').filter((file) => !APART.test(file)));
