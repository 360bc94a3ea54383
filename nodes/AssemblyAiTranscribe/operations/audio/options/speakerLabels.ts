import type { INodeProperties } from 'n8n-workflow';

/** On the first screen and on: nearly every question about a call is about who said what. */
export const speakerLabelsField: INodeProperties = {
	displayName: 'Speaker Labels',
	name: 'speakerLabels',
	type: 'boolean',
	default: true,
	description:
		'Whether to tell speakers apart, which questions on who said what need (agent or customer). AssemblyAI bills it as an add-on by the hour of audio.',
};

/**
 * The switch as part of a request. Channels that each are a speaker are told apart already, and labels on top
 * would split them (1A, 1B); a number of speakers says that this is wanted.
 */
export function speakerLabelsRequest(
	isOn: boolean,
	{ multichannel, speakers_expected, speaker_options }: Record<string, unknown>,
): { speaker_labels?: true } {
	if (!isOn) return {};
	const isCounted = speakers_expected !== undefined || speaker_options !== undefined;
	return multichannel === true && !isCounted ? {} : { speaker_labels: true };
}
