import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import Table from 'cli-table3';
import { z } from 'zod';
import { ArgumentError, decimalNumber, readOptions, runCommand, wholeNumber } from '../commandLine';
import { isNoticed, placeOf, survivorLines, withVerdicts, type Mutant } from './report';
import { ROOMS, sectionsOf } from './sections';
import { installStryker, mutate } from './stryker';

const USAGE = `Usage: npm run mutation [-- options]

Changes the code of nodes/shared in small ways, one after the other, and counts which changes a test notices.
Declarations are drawn by a seed, since all of them (some 17,000 changes) take a night. Installs Stryker the first
time.

Options
  --room NAME       one room of nodes/shared only (${ROOMS.join(', ')})
  --share N         how much of each room, from 0 to 1 (default: 0.05)
  --seed N          which part of it (default: 1)
  --engine          holds what unit tests did not notice against those on n8n's engine, which takes much longer
  --workers N       processes at the same time (default: one for each core)
  --survivors FILE  writes down what no test noticed, a line each
  --help            this text
`;

const OPTIONS = {
	help: { type: 'boolean', short: 'h', default: false },
	room: { type: 'string' },
	share: { type: 'string', default: '0.05' },
	seed: { type: 'string', default: '1' },
	engine: { type: 'boolean', default: false },
	workers: { type: 'string', default: String(availableParallelism()) },
	survivors: { type: 'string' },
} as const;

const optionsSchema = z.object({
	help: z.boolean(),
	room: z.string().optional(),
	share: decimalNumber(0, 1),
	seed: wholeNumber(0, 2 ** 31),
	engine: z.boolean(),
	workers: wholeNumber(1, 64),
	survivors: z.string().optional(),
});

void runCommand('mutation', async () => await main(process.argv.slice(2)));

async function main(args: string[]): Promise<number> {
	const options = readOptions(args, OPTIONS, optionsSchema);
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const { room, share, seed, workers } = options;
	const rooms = ROOMS.filter((name) => name === (room ?? name));
	const sections = rooms.flatMap((name) => sectionsOf(name, share, seed));
	if (rooms.length === 0) throw new ArgumentError(`There is no room "${room}"`);
	// A run over nothing would say that every change was noticed.
	if (sections.length === 0) throw new ArgumentError('--share is so small that nothing is drawn');
	await installStryker();
	let mutants = await mutate(sections, { tests: 'unit', workers });
	await tell(mutants, options.survivors);
	const left = mutants.filter((mutant) => !isNoticed(mutant));
	if (options.engine && left.length > 0) {
		const places = [...new Set(left.map(placeOf))];
		mutants = withVerdicts(mutants, await mutate(places, { tests: 'all', workers }));
		await tell(mutants, options.survivors);
	}
	return 0;
}

async function tell(mutants: Mutant[], survivors: string | undefined): Promise<void> {
	process.stdout.write(`\n${tableOf(mutants)}\n`);
	if (survivors !== undefined) {
		await writeFile(survivors, `${survivorLines(mutants).join('\n')}\n`);
	}
}

function tableOf(mutants: Mutant[]): string {
	const table = new Table({ head: ['Room', 'Changes', 'Noticed', ''], style: { head: [] } });
	const add = (name: string, those: Mutant[]) => {
		const noticed = those.filter(isNoticed).length;
		const percent = ((noticed / those.length) * 100).toFixed(1);
		table.push([name, those.length, noticed, `${percent} %`]);
	};
	for (const room of ROOMS) {
		const those = mutants.filter(({ file }) => roomOf(file) === room);
		if (those.length > 0) add(room, those);
	}
	add('all', mutants);
	return table.toString();
}

function roomOf(file: string): string {
	const [, , room, ...rest] = file.split('/');
	return room === undefined || rest.length === 0 ? '.' : room;
}
