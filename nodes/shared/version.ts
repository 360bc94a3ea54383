/** A test compares this with package.json, which cannot be imported into what ships. */
export const version = '0.1.0';

/** The form AssemblyAI asks integrations to use, so that its support can tell who is calling. */
export const userAgent = `AssemblyAI/1.0 (integration=n8n-nodes-assemblyai-ask/${version})`;
