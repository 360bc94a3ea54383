import type { MovingList } from './lists';
import type { SdkTypes } from './sdkTypes';

export interface Move {
	list: string;
	/** What the SDK has and we do not. */
	fresh: string[];
	/** What we have and the SDK does not. */
	gone: string[];
	/** Differences that are explained in tools/moves/lists.ts and are none any more. */
	settled: string[];
}

/** What has moved in a list since somebody last looked; all empty where nothing has. */
export function compareList(list: MovingList, sdk: Pick<SdkTypes, 'names'>): Move {
	const theirs = new Set(list.sdkTypes.flatMap((name) => sdk.names(name)));
	const ours = new Set(list.ours());
	const fresh = [...theirs].filter((name) => !ours.has(name));
	const gone = '*' in list.added ? [] : [...ours].filter((name) => !theirs.has(name));
	const explained = [...Object.keys(list.left), ...Object.keys(list.added)];
	return {
		list: list.name,
		fresh: fresh.filter((name) => !Object.hasOwn(list.left, name)).sort(),
		gone: gone.filter((name) => !Object.hasOwn(list.added, name)).sort(),
		settled: explained
			.filter((name) => name !== '*' && !fresh.includes(name) && !gone.includes(name))
			.sort(),
	};
}

export function hasMoved({ fresh, gone, settled }: Move): boolean {
	return fresh.length + gone.length + settled.length > 0;
}

/** One line for each list, and one for each kind of move in it. */
export function reportOf(moves: readonly Move[], sdkVersion: string): string {
	const lines = moves.flatMap((move) => [
		`${move.list}: ${hasMoved(move) ? 'moved' : 'as it was'}`,
		...told('new in the SDK', move.fresh),
		...told('not in the SDK', move.gone),
		...told('explained in tools/moves/lists.ts, and no longer so', move.settled),
	]);
	return [`Compared with the official SDK, assemblyai ${sdkVersion}`, '', ...lines, ''].join('\n');
}

function told(what: string, names: string[]): string[] {
	return names.length === 0 ? [] : [`  ${what}: ${names.join(', ')}`];
}
