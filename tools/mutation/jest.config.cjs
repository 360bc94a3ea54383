// What Stryker runs, many times over. Unit tests take milliseconds; those on n8n's engine are for what these miss.
const {
	testEnvironment,
	testTimeout,
	transform,
	transformIgnorePatterns,
} = require('../../test/jest.config.json');

const tests = process.env.MUTATION_TESTS === 'all' ? ['test/unit', 'test/engine'] : ['test/unit'];

module.exports = {
	rootDir: '../..',
	// Jest looks through all of it before each run.
	roots: ['credentials', 'nodes', 'sandbox', 'test/support', 'tools', ...tests].map(
		(folder) => `<rootDir>/${folder}`,
	),
	testEnvironment,
	testTimeout,
	transform,
	transformIgnorePatterns,
	testMatch: tests.map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
	globalSetup: '<rootDir>/test/support/run/openTemporaryFolder.ts',
	globalTeardown: '<rootDir>/test/support/run/closeTemporaryFolder.ts',
};
