// What `npm test` runs: all test files with zod 3, and those that zod can change with zod 4 as well, many of them in
// one process. `jest.config.json` has each file in a process of its own.
const {
	maxWorkers,
	testTimeout,
	workerGracefulExitTimeout,
	...settings
} = require('./jest.config.json');
const { resolver } = require('./jest.zod4.config.cjs');
const alone = require('./support/run/alone.json').map((file) => `<rootDir>/${file}`);

const part = (name, files) => ({
	...settings,
	displayName: name,
	testMatch: [`<rootDir>/together/${name}/*.test.ts`, ...files],
	testPathIgnorePatterns: ['/node_modules/'],
});

module.exports = {
	// Jest takes these from here only, and nothing else.
	...{ maxWorkers, testTimeout, workerGracefulExitTimeout },
	projects: [
		part('zod3', alone),
		// The harness has no zod in it.
		{
			...part(
				'zod4',
				alone.filter((file) => !file.includes('/harness/')),
			),
			resolver,
		},
	],
};
