// What Stryker runs, many times over. Unit tests take milliseconds; those on n8n's engine are for what these miss.
const {
	testEnvironment,
	testTimeout,
	transform,
	transformIgnorePatterns,
} = require('../../test/jest.config.json');

const folders = process.env.MUTATION_TESTS === 'all' ? ['unit', 'engine'] : ['unit'];

module.exports = {
	rootDir: '../..',
	testEnvironment,
	testTimeout,
	transform,
	transformIgnorePatterns,
	testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	globalSetup: '<rootDir>/test/support/run/openTemporaryFolder.ts',
	globalTeardown: '<rootDir>/test/support/run/closeTemporaryFolder.ts',
};
