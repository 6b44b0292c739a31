import type { Envelope } from '#shared/model/envelope.ts';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { EnvelopeText } from './envelope-text.tsx';
import './stat-tile.css';

type StatTileProps = {
  label: string;
  /** A figure, or words for a plain count of what is in the project. */
  envelope?: Envelope;
  value?: string;
  /** Colour and shape of one of the two sides; never for anything else. */
  side?: 'company' | 'customer';
  note?: ReactNode;
  /** Opens the interactions behind the figure. */
  onOpen?: () => void;
};

/** One figure with its name, n and interval. With `onOpen` the whole tile is a button that opens what it counts. */
export function StatTile({ label, envelope, value, side, note, onOpen }: StatTileProps) {
  const content = (
    <>
      <span className="stat-label">
        {side === undefined ? null : <span className="side-mark" data-side={side} aria-hidden />}
        {label}
      </span>
      {envelope === undefined ? <span className="stat-value tabular">{value}</span> : <EnvelopeText envelope={envelope} layout="stacked" />}
      {note === undefined ? null : <span className="caption">{note}</span>}
    </>
  );
  if (!onOpen) return <div className="stat-tile">{content}</div>;
  return <AriaButton className="stat-tile stat-button" onPress={onOpen}>{content}</AriaButton>;
}
