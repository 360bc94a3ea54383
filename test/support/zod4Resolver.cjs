const path = require('node:path');

const repository = path.resolve(__dirname, '../..');
const ours = ['nodes', 'credentials', 'packages', 'dist'].map((folder) =>
	path.join(repository, folder),
);

/** Jest's resolver, with zod 4 for what ships and the usual one for n8n and the tests. */
module.exports = (request, options) => {
	const isOurs = ours.some((folder) => options.basedir.startsWith(folder));
	return options.defaultResolver(isOurs && request === 'zod' ? 'zod4' : request, options);
};
