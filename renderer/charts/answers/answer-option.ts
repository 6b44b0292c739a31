import type { ChartCanvas } from '#renderer/charts/chart.tsx';
import type { ChartOption } from '#renderer/charts/echarts-core.ts';
import { labelWidth } from '#renderer/charts/label-width.ts';
import type { AnswerSpread } from './answer-spread.ts';

type Words = { nameOf: (label: string) => string; share: (share: number) => string; /** `4: 30%` */ part: (name: string, share: string) => string };

export const answerHeight = ({ kind, entries }: AnswerSpread): number => (kind === 'steps' ? 52 : 40 + 28 * entries.length);

/** Five answers as one bar of 100 %, both ends on a baseline, numbers printed; anything else as bars, one per answer. */
export function answerOption(spread: AnswerSpread, words: Words, canvas: ChartCanvas): ChartOption {
  return spread.kind === 'steps' ? stepsOption(spread, words, canvas) : bandsOption(spread, words, canvas);
}

function stepsOption(spread: AnswerSpread, words: Words, { theme, width }: ChartCanvas): ChartOption {
  const { nameOf, share } = words;
  return {
    grid: { left: 2, right: 2, top: 4, bottom: 4 },
    xAxis: { type: 'value', min: 0, max: 100, show: false },
    yAxis: { type: 'category', data: [''], show: false },
    series: spread.entries.map((entry, at) => {
      const paint = theme.answers[at];
      const room = entry.share * width;
      const name = nameOf(entry.label);
      const whole = words.part(name, share(entry.share));
      return {
        type: 'bar', name, stack: 'answers', barWidth: 40, silent: true,
        data: [{ name: entry.label, value: entry.share * 100 }],
        itemStyle: { color: paint?.fill ?? theme.neutral.fill, borderColor: theme.kind === 'screen' ? theme.page : theme.text, borderWidth: 1 },
        label: { show: room > 34, formatter: room > labelWidth([whole], 1000) ? whole : share(entry.share), color: paint?.line ?? theme.text, fontFamily: theme.font, fontSize: 13, fontWeight: 600 },
      };
    }),
  };
}

function bandsOption(spread: AnswerSpread, { nameOf, share }: Words, { theme }: ChartCanvas): ChartOption {
  const text = { fontFamily: theme.font, fontSize: 12, color: theme.text3 };
  return {
    grid: { left: labelWidth(spread.entries.map((entry) => nameOf(entry.label)), 200) + 14, right: 96, top: 6, bottom: 28 },
    xAxis: { type: 'value', min: 0, axisLabel: text, minInterval: 1, splitLine: { lineStyle: { color: theme.grid } } },
    yAxis: { type: 'category', inverse: true, data: spread.entries.map((entry) => nameOf(entry.label)), axisLine: { lineStyle: { color: theme.axis } }, axisTick: { show: false }, axisLabel: { ...text, fontSize: 13, color: theme.text } },
    series: [{
      type: 'bar', name: 'answers', barWidth: 16, silent: true, itemStyle: { color: theme.neutral.fill, borderColor: theme.neutral.line },
      label: { show: true, position: 'right', formatter: ({ dataIndex }) => share(spread.entries[dataIndex]?.share ?? 0), fontFamily: theme.font, fontSize: 12, color: theme.text },
      data: spread.entries.map((entry) => ({ name: entry.label, value: entry.n })),
    }],
  };
}
