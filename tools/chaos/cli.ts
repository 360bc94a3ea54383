import { runCommand } from '../commandLine';
import { main } from './main';

// npm run chaos -- --runs 1000 --seed 1
void runCommand('chaos', async () => await main(process.argv.slice(2)));
