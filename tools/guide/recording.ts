import path from 'node:path';

export const EXAMPLE_RECORDING = path.resolve(
	__dirname,
	'../../examples/recordings/map-update-call.mp3',
);
