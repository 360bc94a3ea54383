import packageJson from '../../../package.json';
import { userAgent, version } from '../../../nodes/shared/version';

test('is that of package.json', () => {
	expect(version).toBe(packageJson.version);
});

test('AssemblyAI is told the package and its version', () => {
	expect(userAgent).toBe(`AssemblyAI/1.0 (integration=${packageJson.name}/${packageJson.version})`);
});
