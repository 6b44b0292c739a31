import { durationText } from '#renderer/ui/figure-text.ts';
import type { TFunction } from 'i18next';
import { Star } from 'lucide-react';
import { memo, type RefCallback } from 'react';
import type { Moment } from '../moments/moment-list.ts';
import { TAG_COLUMN } from '../session/listening.ts';
import { markName } from '../tagging/focused-mark.ts';
import { CueLine } from '../empathy/cue-line.tsx';
import type { Cue } from '../empathy/cues.ts';
import { TurnEditor } from '../edit/turn-editor.tsx';
import type { TranscriptRow } from './transcript-rows.ts';
import './turn-sides.css';

/** The texts come from the grid: rows are made in every frame of scrolling, and each look-up of the language costs. */
type Texts = { readonly t: TFunction<'listen'> };

export type TurnRowProps = {
  row: TranscriptRow;
  index: number;
  startPx: number;
  measure: RefCallback<HTMLElement>;
  /** The cursor's column when it is in this row, else -1. */
  cursorColumn: number;
  isPlaying: boolean;
  isFlashed: boolean;
  isSkipping: boolean;
  moments: readonly Moment[];
  colourOf: ReadonlyMap<string, number>;
  /** Takes the words as they are to be, while this turn is being put right; else null. */
  onCorrect: ((seq: number, text: string) => void) | null;
  /** What others see stands beside words that are hidden from them. */
  showsRedacted: boolean;
  /** The words that came in stand under corrected ones. */
  showsOriginal: boolean;
  /** What the turn is as a cue; null where it is none, or where offers are not shown. */
  cue: Cue | null;
} & Texts;

/** One row of the transcript: time, speaker, words, marks. Clicks and keys are the grid's. */
export const TurnRow = memo(function TurnRow({ row, index, startPx, measure, cursorColumn, isPlaying, isFlashed, isSkipping, onCorrect, showsOriginal, showsRedacted, cue, t, ...marks }: TurnRowProps) {
  const tab = (column: number): 0 | -1 => (cursorColumn === column ? 0 : -1);
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      aria-current={isPlaying ? 'true' : undefined}
      className="turn"
      data-index={index}
      data-kind={row.kind}
      data-role={row.kind === 'turn' ? row.turn.role : undefined}
      data-cursor={cursorColumn >= 0 ? '' : undefined}
      data-flash={isFlashed ? '' : undefined}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <TimeCell startMs={row.startMs} tabIndex={tab(0)} />
      <SpeakerCell row={row} tabIndex={tab(1)} t={t} />
      <div role="gridcell" aria-colindex={3} tabIndex={tab(2)} data-column={2} className="turn-words"><Words row={row} isSkipping={isSkipping} onCorrect={onCorrect} showsOriginal={showsOriginal} showsRedacted={showsRedacted} t={t} />{cue === null ? null : <CueLine cue={cue} />}</div>
      <div role="gridcell" aria-colindex={4} className="turn-marks"><Marks {...marks} cursorColumn={cursorColumn} t={t} /></div>
    </div>
  );
}, isSameRow);

/** A tag makes new lists of marks for every row; a row is made anew only when what it shows is another. */
function isSameRow(before: TurnRowProps, after: TurnRowProps): boolean {
  const { moments: a, ...restBefore } = before;
  const { moments: b, ...restAfter } = after;
  const names = Object.keys(restAfter) as (keyof typeof restAfter)[];
  return a.length === b.length && a.every((moment, i) => moment === b[i]) && names.every((name) => restBefore[name] === restAfter[name]);
}

function TimeCell({ startMs, tabIndex }: { startMs: number | null; tabIndex: 0 | -1 }) {
  return <div role="gridcell" aria-colindex={1} tabIndex={tabIndex} data-column={0} className="turn-time tabular">{startMs === null ? null : durationText(startMs)}</div>;
}

function SpeakerCell({ row, tabIndex, t }: { row: TranscriptRow; tabIndex: 0 | -1 } & Texts) {
  const role = row.kind === 'turn' ? t(`transcript.role.${row.turn.role}`) : null;
  const speaker = row.kind === 'turn' ? row.turn.speaker : null;
  const isNamed = speaker !== null && speaker !== '' && speaker.toLowerCase() !== role?.toLowerCase();
  return (
    <div role="gridcell" aria-colindex={2} tabIndex={tabIndex} data-column={1} className="turn-speaker">
      {role === null ? null : <span className="turn-role">{role}</span>}
      {isNamed ? <span className="turn-name caption" dir="auto">{speaker}</span> : null}
    </div>
  );
}

type WordsProps = Pick<TurnRowProps, 'row' | 'isSkipping' | 'onCorrect' | 'showsOriginal' | 'showsRedacted'> & Texts;

function Words({ row, isSkipping, onCorrect, showsOriginal, showsRedacted, t }: WordsProps) {
  if (row.kind === 'turn') {
    const { seq, text, original, redacted } = row.turn;
    return (
      <>
        <div className="turn-sides">
          {onCorrect === null ? <p className="turn-text" dir="auto" data-turn-text={seq}>{text}</p> : <TurnEditor text={text} onCorrect={(words) => onCorrect(seq, words)} />}
          {redacted === undefined || !showsRedacted ? null : <p className="turn-redacted" dir="auto"><span className="caption">{t('transcript.redacted')}</span> {redacted}</p>}
        </div>
        {redacted === undefined || showsRedacted ? null : <p className="caption turn-original">{t('transcript.holdsHidden')}</p>}
        {original === undefined ? null : <p className="caption turn-original" dir="auto">{showsOriginal ? t('transcript.original', { text: original }) : t('transcript.corrected')}</p>}
      </>
    );
  }
  const { isHold, startMs, endMs } = row.silence;
  const time = durationText(endMs - startMs);
  const kind = isHold ? 'hold' : 'silence';
  return <p className="turn-silence">{t(isSkipping ? `transcript.${kind}Skipped` : `transcript.${kind}`, { time })}</p>;
}

type MarksProps = Pick<TurnRowProps, 'moments' | 'colourOf' | 'cursorColumn'> & Texts;

function Marks({ moments, colourOf, cursorColumn, t }: MarksProps) {
  return moments.map((moment, i) => {
    const column = TAG_COLUMN + i;
    const place = { 'data-column': column, tabIndex: cursorColumn === column ? 0 : -1, 'data-mark': markName(moment) } as const;
    if (moment.kind === 'quote') {
      return <button key={moment.id} type="button" className="turn-tag" data-quote="" {...place} aria-label={t('transcript.quote')}><Star aria-hidden size={14} /></button>;
    }
    const { codeKey: key, codeName: name, codeId } = moment.tag;
    const isPending = moment.tag.isPending === true;
    return (
      <button
        key={moment.id} type="button" className="turn-tag" {...place} title={name} data-colour={((colourOf.get(codeId) ?? 0) % 4) + 1}
        data-pending={isPending ? '' : undefined} aria-label={t(isPending ? 'transcript.tagSaving' : 'transcript.tagOf', { key, name })}
      >
        {key}
      </button>
    );
  });
}
