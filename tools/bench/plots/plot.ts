import * as echarts from 'echarts';

export interface Line {
	name: string;
	/** Pairs of a number of recordings and what was seen. */
	points: Array<[number, number]>;
}

export interface Plot {
	title: string;
	subtitle: string;
	/** What stands at the upright axis, with its unit. */
	unit: string;
	lines: Line[];
}

const SIZE = { width: 760, height: 440 };
/** Told apart without colour as well, by their marks. */
const COLOURS = ['#0b6e4f', '#c1440e', '#3a5fcd', '#8a6d1d', '#7b3f8c'];
const MARKS = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle'];

/** A plot over the number of recordings, both axes logarithmic, as an SVG. */
export function svgOf({ title, subtitle, unit, lines }: Plot): string {
	const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		color: COLOURS,
		title: {
			text: title,
			subtext: subtitle,
			left: 16,
			top: 10,
			textStyle: { fontSize: 16 },
			subtextStyle: { fontSize: 11, color: '#555' },
		},
		legend: { bottom: 8, left: 'center', itemGap: 14, textStyle: { fontSize: 12 } },
		grid: { left: 76, right: 32, top: 84, bottom: 84 },
		xAxis: {
			type: 'log',
			min: 8,
			max: 6_000,
			name: 'recordings in one run',
			nameLocation: 'middle',
			nameGap: 28,
			axisLabel: {
				formatter: (value: number) => value.toLocaleString('en'),
				showMinLabel: false,
				showMaxLabel: false,
			},
			splitLine: { lineStyle: { color: '#eee' } },
		},
		yAxis: {
			type: 'log',
			name: unit,
			nameLocation: 'middle',
			nameGap: 54,
			nameRotate: 90,
			axisLabel: { formatter: (value: number) => value.toLocaleString('en') },
			splitLine: { lineStyle: { color: '#eee' } },
		},
		series: lines.map(({ name, points }, index) => ({
			type: 'line',
			name,
			data: points,
			symbol: MARKS[index % MARKS.length],
			symbolSize: 9,
			lineStyle: { width: index === 0 ? 3 : 1.5 },
		})),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return `${svg}\n`;
}
