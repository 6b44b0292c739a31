import type { Envelope } from '#shared/model/envelope.ts';
import { envelopeText, envelopeValueText, intervalText, countText } from './figure-text.ts';
import { useWriting } from './use-writing.ts';
import './stat-tile.css';

type EnvelopeTextProps = {
  envelope: Envelope;
  /** `line` for running text; `stacked` puts n and the interval under the value. */
  layout?: 'line' | 'stacked';
};

/** A figure with its n, and the reason in words where there is no value. The only way a figure is written in running text. */
export function EnvelopeText({ envelope, layout = 'line' }: EnvelopeTextProps) {
  const writing = useWriting();
  if (layout === 'line') return <span className="tabular">{envelopeText(envelope, writing)}</span>;
  const interval = intervalText(envelope, writing);
  return (
    <span className="envelope tabular">
      <span className={envelope.value === null ? 'envelope-reason' : 'envelope-value'}>{envelopeValueText(envelope, writing)}</span>
      <span className="caption">
        {writing.t('figure:n', { n: countText(envelope.n, writing.locale) })}
        {interval === null ? null : <><br />{interval}</>}
      </span>
    </span>
  );
}
