import type { GatewaySession } from '../../gateway/gatewaySession';
import type { Limiter } from '../../limiter';
import { allEnded } from '../../outcome';
import type { AnsweredCall } from '../calls';
import { askTogether, type Together, type TogetherInquiry } from './askTogether';
import { unitOfPart, unitsOfCalls, type Unit } from './entry';
import { portionLimits, portionsOf, sizeOf } from './portions';

/**
 * Puts the answers of all calls to one question together. Where they are more than fit into a request, parts of
 * them are put together first, and then what came of these, as often as it takes: each time there are fewer, so
 * the requests grow with the number of calls and no faster.
 * @param place that of the question in the answers of each call
 * @throws as `askTogether`
 */
export async function putTogether(
	gateway: GatewaySession,
	inquiry: TogetherInquiry,
	calls: readonly AnsweredCall[],
	place: number,
	inTurn: Limiter,
): Promise<Together> {
	const { question, settings, systemPrompt } = inquiry;
	await gateway.models.read();
	const model = gateway.models.of(settings.model);
	const limits = portionLimits(model, settings, question, systemPrompt);
	let units = unitsOfCalls(calls, place);
	const faults: string[] = [];
	const models = new Set<string>();
	while (units.length > 0) {
		const portions = portionsOf(units, sizeOf, limits);
		const parts = await allEnded(
			portions.map(async (portion) => {
				return await inTurn(async () => await askTogether(gateway, inquiry, portion));
			}),
		);
		for (const part of parts) {
			faults.push(...part.faults);
			for (const name of part.models) models.add(name);
		}
		const [only] = parts;
		if (only && parts.length === 1) return { ...only, faults, models: [...models] };
		units = parts
			.map(({ answer, themes }, i) => unitOfPart(answer, themes, callsIn(portions[i] ?? [])))
			.filter(({ part, entries }) => part !== undefined || entries.length > 0);
	}
	return { answer: null, themes: [], faults, models: [...models] };
}

function callsIn(units: readonly Unit[]): number {
	const count = ({ part, entries }: Unit) =>
		part?.calls ?? new Set(entries.flatMap((entry) => entry.calls)).size;
	return units.reduce((sum, unit) => sum + count(unit), 0);
}
