import type { Figure } from './figure';

export interface Benchmark {
	name: string;
	title: string;
	/** @param folder for files; removed with all that is in it when the command ends */
	run(folder: string): Promise<Figure[]>;
}
