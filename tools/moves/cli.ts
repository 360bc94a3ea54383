import { runCommand } from '../commandLine';
import { main } from './main';

// npm run moves -- --sdk node_modules/assemblyai
void runCommand('moves', () => main(process.argv.slice(2)));
