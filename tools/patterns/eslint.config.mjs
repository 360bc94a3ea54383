import parser from '@typescript-eslint/parser';
import regexp from 'eslint-plugin-regexp';

/**
 * What the nodes read was written by strangers, so no pattern may take time that grows faster than the text.
 * Apart from n8n's own configuration, which has to stay as it is.
 */
export default [
	{
		files: ['**/*.ts'],
		languageOptions: { parser },
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
		},
	},
];
