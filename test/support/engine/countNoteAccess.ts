import { ExecuteContext } from 'n8n-core';
import type { IContextObject } from 'n8n-workflow';

const CONTEXT_KEY = 'assemblyAiTranscripts';

/** Counts how often a node reads or writes a note of its submissions where n8n keeps them, from now on. */
export function countNoteAccess(): { count: () => number; stop: () => void } {
	let count = 0;
	const counting: ProxyHandler<Record<string, unknown>> = {
		get: (notes, work) => {
			count++;
			return Reflect.get(notes, work);
		},
		set: (notes, work, note) => {
			count++;
			return Reflect.set(notes, work, note);
		},
	};
	const watched = new WeakSet<IContextObject>();
	const watch = (saved: IContextObject) => {
		if (watched.has(saved)) return saved;
		watched.add(saved);
		let notes: unknown = saved[CONTEXT_KEY] ?? {};
		let counted: unknown;
		return Object.defineProperty(saved, CONTEXT_KEY, {
			enumerable: true,
			get: () => {
				if (typeof notes !== 'object' || notes === null) return notes;
				counted ??= new Proxy<Record<string, unknown>>(Object(notes), counting);
				return counted;
			},
			set: (value: unknown) => {
				// What was handed out comes back, and counted twice over it would seem to grow with each round.
				if (value === counted) return;
				notes = value;
				counted = undefined;
			},
		});
	};
	const { getContext } = ExecuteContext.prototype;
	const spy = jest.spyOn(ExecuteContext.prototype, 'getContext').mockImplementation(function (
		this: ExecuteContext,
		type,
	) {
		return watch(getContext.call(this, type));
	});
	return { count: () => count, stop: () => spy.mockRestore() };
}
