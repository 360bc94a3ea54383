// Tests, the sandbox and the tools run on a developer's machine, not inside n8n: they may use Node's own modules.
// ESLint finds this file through the flag `unstable_config_lookup_from_file`, so the configuration at the top
// stays n8n's own and `"strict": true` holds for everything that ships.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({
	files: ['**/*.ts'],
	extends: [js.configs.recommended, tseslint.configs.recommended],
	rules: {
		'@typescript-eslint/no-explicit-any': 'error',
		'@typescript-eslint/no-non-null-assertion': 'error',
	},
});
