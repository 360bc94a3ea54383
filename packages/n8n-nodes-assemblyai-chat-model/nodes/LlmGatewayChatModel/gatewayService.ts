import type { ILoadOptionsFunctions, ISupplyDataFunctions } from 'n8n-workflow';
import type { Service } from '../../../../nodes/shared/api/core/service';
import { serviceOf } from '../../../../nodes/shared/n8n/service/service';

/** The service of the account in this package's own credential. */
export async function gatewayService(
	context: ILoadOptionsFunctions | ISupplyDataFunctions,
): Promise<Service> {
	return await serviceOf(context, 'assemblyAiLlmGatewayApi');
}
