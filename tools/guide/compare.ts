import { startSandbox } from '../../sandbox';
import { EXAMPLE_RECORDING } from './recording';
import { answersOfNodes, QUESTIONS, type NodeAnswer } from './nodes';
import { answersIn, hasPython, runScript } from './scripts';

export interface Compared {
	question: string;
	/** Undefined where the reply had none. */
	javascript: string | undefined;
	/** Undefined also where there is no Python on this machine. */
	python: string | undefined;
	nodes: NodeAnswer | undefined;
}

/** Asks the guide's questions about the sample call three times: by either script, and by the nodes. */
export async function compareAnswers(): Promise<Compared[]> {
	const sandbox = await startSandbox();
	try {
		const javascript = answersIn(await runScript('JavaScript', EXAMPLE_RECORDING, sandbox));
		const python = (await hasPython())
			? answersIn(await runScript('Python', EXAMPLE_RECORDING, sandbox))
			: new Map<string, string>();
		const nodes = await answersOfNodes(EXAMPLE_RECORDING, sandbox);
		return QUESTIONS.map(({ question }) => ({
			question,
			javascript: javascript.get(question),
			python: python.get(question),
			nodes: nodes.find((answer) => answer.question === question),
		}));
	} finally {
		await sandbox.close();
	}
}
