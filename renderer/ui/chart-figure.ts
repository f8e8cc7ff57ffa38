import svg from '../../resources/clinical/body-chart.svg?raw';
import { type ChartArea, parseBodyChart } from '../../shared/body-chart.ts';

/** Our drawing, read once. It is long: only what is fetched when a chart is first shown may import this. */
export const chart = parseBodyChart(svg);

export const areaByCode: ReadonlyMap<string, ChartArea> = new Map(chart.areas.map((area) => [area.code, area]));
