/** What a picture shows is made from one of these. */
export type Panel =
	| 'assemblyAiAccountApi'
	| 'assemblyAiTranscribe'
	| 'assemblyAiTrigger'
	| 'llmGatewayAskQuestions'
	| 'llmGatewayChatModel';

const NODES: Panel[] = ['assemblyAiTranscribe', 'assemblyAiTrigger', 'llmGatewayAskQuestions'];
const ASK: Panel[] = ['llmGatewayAskQuestions'];

/** Of which panels the pictures in docs/panels are, by their names. A form and its page are n8n's own. */
export const PICTURES: Record<string, Panel[]> = {
	'answers-to-map.png': ASK,
	'ask-across-calls.png': ASK,
	'ask-added-question.png': ASK,
	'ask-error.png': ASK,
	'ask-hint.png': ASK,
	'ask-model-list.png': ASK,
	'ask-output-json.png': ASK,
	'ask-output-table.png': ASK,
	'ask-panel-dark.png': ASK,
	'ask-panel.png': ASK,
	'ask-ready-made-set.png': ASK,
	'ask-step-has-run.png': ASK,
	'chat-model.png': ['llmGatewayChatModel'],
	'clip-quotes.png': ['assemblyAiTranscribe'],
	'credential-test-fails.png': ['assemblyAiAccountApi'],
	'credential-test-passes.png': ['assemblyAiAccountApi'],
	'evaluations.png': [],
	'first-1-search.png': NODES,
	'first-2-recording.png': ['assemblyAiTranscribe'],
	'first-3-next-node.png': NODES,
	'first-4-answers.png': ASK,
	'form-answers.png': [],
	'form.png': [],
	'needs-review.png': ASK,
	'node-search.png': NODES,
	'scorecard.png': ASK,
	'talk-metrics.png': ['assemblyAiTranscribe'],
	'transcribe-output-table.png': ['assemblyAiTranscribe'],
	'transcribe-panel.png': ['assemblyAiTranscribe'],
	'workflow-has-run.png': [],
};
