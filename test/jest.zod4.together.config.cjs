// What `npm test` runs with zod 4: the same tests once more, so only those that zod can change, many in one process.
module.exports = {
	...require('./jest.zod4.config.cjs'),
	roots: undefined,
	testMatch: [
		'<rootDir>/together/*.test.ts',
		// n8n reads its environment once, so these need n8n for themselves.
		'<rootDir>/engine/secrets.test.ts',
		'<rootDir>/engine/AssemblyAiTranscribe/transcribe/inMemoryUpload.test.ts',
	],
	testPathIgnorePatterns: ['/node_modules/'],
};
