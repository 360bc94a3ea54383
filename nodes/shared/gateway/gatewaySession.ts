import type { ChatAnswer } from '../api/chatCompletions';
import { ModelCatalogue, ModelLessons } from './knownModels';
import { RateGate } from '../api/core/rateGate';
import type { Service } from '../api/core/service';

/** LLM Gateway as the items of one run share it. */
export class Gateway {
	readonly catalogue: ModelCatalogue;

	readonly lessons = new ModelLessons();

	readonly usage = { inputTokens: 0, outputTokens: 0 };

	private readonly gates = new Map<string, RateGate>();

	constructor(private readonly service: Service) {
		this.catalogue = new ModelCatalogue(service);
	}

	/** The service behind the rate gate of one model: the limit counts the requests to each model alone. */
	serviceFor(model: string): Service {
		const gate = this.gates.get(model) ?? new RateGate(this.service.clock);
		this.gates.set(model, gate);
		return { ...this.service, gate };
	}

	count({ inputTokens, outputTokens }: ChatAnswer): void {
		this.usage.inputTokens += inputTokens;
		this.usage.outputTokens += outputTokens;
	}
}
