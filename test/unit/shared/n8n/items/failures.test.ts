import { NodeOperationError, type INode } from 'n8n-workflow';
import {
	ApiError,
	InputError,
	WaitTimeoutError,
} from '../../../../../nodes/shared/api/core/errors';
import { failedItem, nodeError } from '../../../../../nodes/shared/n8n/items/failures';

const node: INode = {
	...{ id: 'n', name: 'Transcribe', type: 'assemblyAiTranscribe', typeVersion: 1 },
	...{ position: [0, 0], parameters: {} },
};
const timeUp = new WaitTimeoutError('It was not finished in time', {
	...{ hint: 'Fetch it later.', transcriptId: 't', status: 'queued', requestId: 'r' },
});

describe('a failed item', () => {
	test('is what happened and what to do, with the facts, paired with its item', () => {
		expect(failedItem(timeUp, 3)).toEqual({
			json: {
				error: {
					message: 'It was not finished in time. Fetch it later.',
					transcriptId: 't',
					status: 'queued',
					requestId: 'r',
				},
			},
			pairedItem: { item: 3 },
		});
	});

	test('has nothing beside its error, so that every n8n takes it for a failed one', () => {
		for (const error of [timeUp, new InputError('no file'), new Error('fault'), 'text', null]) {
			const { json } = failedItem(error, 0);
			expect(Object.keys(json)).toEqual(['error']);
			expect(json.error).toBeTruthy();
		}
	});

	test.each([
		['no file', 'no file. Look again.'],
		['no file.', 'no file. Look again.'],
		['no file?', 'no file? Look again.'],
	])('%j with a hint reads %j', (message, text) => {
		expect(failedItem(new InputError(message, { hint: 'Look again.' }), 0).json.error).toEqual({
			message: text,
		});
	});

	test('of an error of n8n keeps what that says', () => {
		const error = new NodeOperationError(node, 'No binary data', { description: 'Add a file' });
		expect(failedItem(error, 0).json).toEqual({ error: { message: 'No binary data. Add a file' } });
	});
});

describe('the error that ends the node', () => {
	test('says what happened, what to do, and every id that must not be lost', () => {
		const error = nodeError(node, timeUp, 1, [
			{ itemIndex: 0, transcriptId: 'a' },
			{ itemIndex: 2, transcriptId: 'b' },
		]);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('It was not finished in time [item 1]');
		expect(error.context.itemIndex).toBe(1);
		expect(error.description).toBe(
			'Fetch it later. Transcript id: t. Request id: r. ' +
				'Other recordings of this run were submitted and are taken up again on a retry: item 0: a, item 2: b.',
		);
	});

	test('of anything else says as much as there is', () => {
		expect(nodeError(node, new TypeError('x is undefined'), 0).message).toBe(
			'x is undefined [item 0]',
		);
		expect(nodeError(node, 'text', 0).message).toBe('text [item 0]');
	});

	test("keeps the service's own words, which n8n would replace if the error came from its helper", () => {
		const error = new ApiError('AssemblyAI did not accept the API key (401: token missing)', {
			...{ httpStatus: 401, said: 'token missing' },
		});
		expect(nodeError(node, error, 0).message).toContain('401: token missing');
	});
});
