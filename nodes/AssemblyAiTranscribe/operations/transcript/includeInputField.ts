import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

export const includeInputField: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description: 'Whether the output also has the fields and files of the input item',
};

export const includeInputFields = z.boolean().default(false);
