export { AssemblyAiAccountApi } from './credentials/AssemblyAiAccountApi.credentials';
export { AssemblyAiTranscribe } from './nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
export { AssemblyAiTrigger } from './nodes/AssemblyAiTrigger/AssemblyAiTrigger.node';
export { LlmGatewayAskQuestions } from './nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
