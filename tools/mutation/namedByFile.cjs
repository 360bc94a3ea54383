const path = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Puts its file before the name of each test. Stryker knows a test by its name alone, so of two that are called the
 * same it ran one, and a change that only the other notices was counted as not noticed.
 */
module.exports = class NamedByFile extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.file = path.relative(config.projectConfig.rootDir, context.testPath);
	}

	handleTestEvent({ name }, { currentDescribeBlock: block }) {
		const isOutermost = block.parent === undefined;
		const added = name === 'add_test' && isOutermost ? block.children.at(-1) : undefined;
		const begun =
			name === 'start_describe_definition' && block.parent?.parent === undefined
				? block
				: undefined;
		const named = added ?? begun;
		if (named) named.name = `${this.file} ${named.name}`;
	}
};
