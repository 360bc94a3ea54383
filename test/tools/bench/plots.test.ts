import { hostname } from 'node:os';
import { described, machineNow } from '../../../tools/bench/plots/machine';
import { svgOf } from '../../../tools/bench/plots/plot';

test('a plot is an SVG on a light ground that names its lines, its unit and the machine', () => {
	const machine = described(machineNow());
	const svg = svgOf({
		title: 'Wall time',
		subtitle: machine,
		unit: 'times the longest job',
		lines: [
			{ name: 'ours', points: [[10, 1.1]] },
			{
				name: "the guide's",
				points: [
					[10, 12],
					[100, 120],
				],
			},
		],
	});
	expect(svg).toMatch(/^<svg /);
	expect(svg).toContain('fill="#ffffff"');
	for (const text of ['Wall time', 'times the longest job', 'ours', 'recordings in one run']) {
		expect(svg).toContain(`>${text}<`);
	}
	expect(svg).toContain(`>${machine}<`);
});

test('the machine is told by what it is, not by whose it is', () => {
	const told = described(machineNow());
	expect(told).toMatch(/^\d{4}-\d\d-\d\d, \d+ cores \(.+\), Node\.js \d+\.\S+, n8n-core \d+\.\S+$/);
	expect(told).not.toContain(hostname());
});
