import type { Code } from '#shared/model/code.ts';
import type { Moment } from '../moments/moment-list.ts';
import type { LaneMark } from './draw-marks.ts';
import type { WaveColours } from './wave-colours.ts';

type Marked = { readonly moments: readonly Moment[]; readonly codes: readonly Code[] };

/** The moments as marks on the lane: letters of the code in the colour of its group, stars for quotes. */
export function laneMarks({ moments, codes }: Marked, colours: WaveColours): LaneMark[] {
  const colourOf = new Map(codes.map((code) => [code.id, colours.causes[code.colour % colours.causes.length] ?? colours.text]));
  return moments.flatMap((moment): LaneMark[] => {
    if (moment.startMs === null) return [];
    if (moment.kind === 'quote') {
      return [{ startMs: moment.startMs, endMs: moment.startMs, label: '', colour: colours.quote, shape: 'star', isPending: false }];
    }
    const { tag } = moment;
    return [{
      startMs: moment.startMs, endMs: Math.max(moment.startMs, tag.endMs ?? moment.startMs), label: tag.codeKey,
      colour: colourOf.get(tag.codeId) ?? colours.text, shape: 'span', isPending: tag.isPending === true,
    }];
  });
}
