import type { Plot } from '../model/plot.ts';
import { barsDrawing, paretoDrawing, squareDrawing, waterfallDrawing } from './bar-drawings.ts';
import type { Drawing } from './drawing.ts';
import { controlDrawing, survivalDrawing } from './line-drawings.ts';
import { quadrantDrawing } from './quadrant-drawing.ts';

/** The picture of a plot, the same on a page and in the preview. */
export function plotDrawing(plot: Plot): Drawing {
  switch (plot.kind) {
    case 'control': return controlDrawing(plot);
    case 'quadrant': return quadrantDrawing(plot);
    case 'waterfall': return waterfallDrawing(plot);
    case 'survival': return survivalDrawing(plot);
    case 'pareto': return paretoDrawing(plot);
    case 'bars': return barsDrawing(plot);
    case 'square': return squareDrawing(plot);
  }
}
