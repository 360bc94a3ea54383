import type { ChatAnswer } from '../api/chatCompletions';
import { KnownModels } from './models/knownModels';
import { RateGates } from '../api/core/rateGate';
import type { Service } from '../api/core/service';

/** LLM Gateway as the items of one run share it. */
export class GatewaySession {
	readonly models: KnownModels;

	readonly usage = { inputTokens: 0, outputTokens: 0 };

	/** Requests that a model has answered. */
	requests = 0;

	/** @param gates those of the account, where other executions of this process share them */
	constructor(
		private readonly service: Service,
		private readonly gates = new RateGates(service.clock),
	) {
		this.models = new KnownModels(service);
	}

	/** The service behind the rate gate of one model. */
	serviceFor(model: string): Service {
		return { ...this.service, gate: this.gates.for(model) };
	}

	count({ inputTokens, outputTokens }: ChatAnswer): void {
		this.usage.inputTokens += inputTokens;
		this.usage.outputTokens += outputTokens;
		this.requests++;
	}
}
