import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { WAYS, type Way } from '../peers/messages';
import type { Observation } from '../peers/observe';
import { described, type Machine } from './machine';
import { svgOf } from './plot';

export const NAMES: Record<Way, string> = {
	node: 'AssemblyAI Transcribe',
	allAtOnce: 'SDK, all at once',
	n8nLoop: 'HTTP Request, Wait, If',
	guide: "guide's loop",
	oneByOne: 'SDK, one by one',
};

interface Subject {
	file: string;
	title: string;
	unit: string;
	of(seen: Observation): number;
}

const SUBJECTS: Subject[] = [
	{
		file: 'wall',
		title: 'Wall time',
		unit: 'times the longest job',
		of: ({ wallRatio }) => wallRatio,
	},
	{
		file: 'lag',
		title: "Lag between a job's end and its transcript, mean",
		unit: 'seconds',
		of: ({ meanLagMs }) => meanLagMs / 1000,
	},
	{
		file: 'requests',
		title: 'Requests for each recording',
		unit: 'requests',
		of: ({ requestsEach }) => requestsEach,
	},
	{
		file: 'processor',
		title: 'Processor time for each recording',
		unit: 'milliseconds',
		of: ({ processorMsEach }) => processorMsEach,
	},
	{
		file: 'stand-still',
		title: 'Longest work in one piece, in which the process does nothing else',
		unit: 'milliseconds',
		of: ({ workInStandStillMs }) => workInStandStillMs,
	},
	{
		file: 'memory',
		title: 'Peak of memory over the start and the texts',
		unit: 'MB',
		of: ({ memoryBeyondOutput }) => memoryBeyondOutput / 1e6,
	},
];

/** Writes one SVG for each figure. What cannot stand on a logarithmic axis is left out. */
export function writePlots(
	folder: string,
	machine: Machine,
	observed: readonly Observation[],
): void {
	for (const { file, title, unit, of } of SUBJECTS) {
		const lines = WAYS.map((way) => ({
			name: NAMES[way],
			points: observed
				.filter((seen) => seen.way === way && seen.done === seen.recordings && of(seen) > 0)
				.map((seen): [number, number] => [seen.recordings, of(seen)])
				.sort(([one], [other]) => one - other),
		}));
		const svg = svgOf({ title, unit, subtitle: described(machine), lines });
		writeFileSync(path.join(folder, `${file}.svg`), svg);
	}
}
