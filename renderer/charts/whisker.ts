import type { CustomElementOption } from './echarts-core.ts';

type Whisker = { from: readonly [x: number, y: number]; to: readonly [x: number, y: number]; colour: string; /** Half the length of the end ticks. */ tick?: number };

/** An interval as a line with ticks at its ends, upright or lying; pixels. */
export function whisker({ from, to, colour, tick = 3 }: Whisker): CustomElementOption[] {
  const isLying = from[1] === to[1];
  const style = { stroke: colour, lineWidth: 1.5 };
  const end = ([x, y]: readonly [number, number]): CustomElementOption => ({
    type: 'line', style, shape: isLying ? { x1: x, y1: y - tick, x2: x, y2: y + tick } : { x1: x - tick, y1: y, x2: x + tick, y2: y },
  });
  return [{ type: 'line', style, shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] } }, end(from), end(to)];
}
