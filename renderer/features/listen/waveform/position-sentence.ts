import type { TFunction } from 'i18next';
import type { PositionParts } from './position-parts.ts';

/** A place of the playhead as a sentence for the ear: "2 minutes 14, customer speaking, Long hold". */
export function positionSentence({ hours, minutes, seconds, heard, codes }: PositionParts, t: TFunction<'listen'>): string {
  const time = hours > 0
    ? t('position.hours', { count: hours, minutes, seconds })
    : minutes > 0 ? t('position.minutes', { count: minutes, seconds }) : t('position.seconds', { count: seconds });
  const who = t(`position.heard.${heard}`);
  const tagged = codes.join(', ');
  if (heard === 'nothing') return codes.length > 0 ? t('position.atTagged', { time, codes: tagged }) : time;
  return codes.length > 0 ? t('position.atHeardTagged', { time, heard: who, codes: tagged }) : t('position.atHeard', { time, heard: who });
}
