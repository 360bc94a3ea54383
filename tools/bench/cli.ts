import { runCommand } from '../commandLine';
import { main } from './main';

// npm run bench -- waiting upload
void runCommand('bench', async () => await main(process.argv.slice(2)));
