import { main } from './main';

// npm run bench -- waiting upload
void main(process.argv.slice(2)).then((exitCode) => {
	process.exitCode = exitCode;
});
