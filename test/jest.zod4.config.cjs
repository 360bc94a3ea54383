// The nodes take whatever zod n8n or a neighbour brings: the same tests, with zod 4 under nodes/ alone.
module.exports = {
	...require('./jest.config.json'),
	roots: ['<rootDir>/unit', '<rootDir>/engine'],
	resolver: '<rootDir>/support/zod4Resolver.cjs',
};
