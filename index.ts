export { AssemblyAiAccountApi } from './credentials/AssemblyAiAccountApi.credentials';
export { AssemblyAiTranscribe } from './nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
export { LlmGatewayAskQuestions } from './nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
