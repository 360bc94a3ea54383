import { talkMetricsOf } from '../../../../nodes/shared/talkMetrics/talkMetrics';
import { talkMetricsOutput } from '../../../../nodes/shared/talkMetrics/talkMetricsOutput';

const finished = {
	id: 't-1',
	status: 'completed',
	audio_duration: 10,
	utterances: [{ speaker: 'A', text: 'Hello.', start: 0, end: 2_000 }],
};

test('who asks for metrics gets those of the finished transcript', () => {
	expect(talkMetricsOutput(finished, { talkMetrics: true })).toEqual({
		talkMetrics: talkMetricsOf(finished),
	});
	expect(talkMetricsOf(finished)).toMatchObject({ durationMs: 10_000, silenceMs: 8_000 });
});

test.each(['queued', 'processing', 'error'])(
	'there is nothing to measure while it is %s',
	(status) => {
		expect(talkMetricsOutput({ ...finished, status }, { talkMetrics: true })).toEqual({
			talkMetrics: null,
		});
	},
);

test('who does not ask gets no field', () => {
	expect(talkMetricsOutput(finished, { talkMetrics: false })).toEqual({});
});
