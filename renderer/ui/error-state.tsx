import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedPart } from '#shared/errors.ts';
import { Button } from './button.tsx';
import { thereNow } from './failure-text.ts';
import './state.css';

type ErrorStateProps = {
  /** A code with a sentence in the `errors` texts, and the engine's own sentence where it sent one: `failureOf(error)`. */
  failure: { code: string; message: string | null; now?: Readonly<Record<string, ChangedPart>> | null | undefined };
  onRetry?: () => void;
  /** Further ways out. */
  actions?: ReactNode;
  /** `bar` for a failure inside a screen that still shows something. */
  layout?: 'page' | 'bar';
};

/** What went wrong at the head of a long form would otherwise be seen by nobody who is further down. */
const intoView = (alert: HTMLElement | null): void => alert?.scrollIntoView({ block: 'nearest' });

/** What happened, what is safe, what to do; the details to copy behind a button. */
export function ErrorState({ failure, onRetry, actions, layout = 'page' }: ErrorStateProps) {
  const { t } = useTranslation('errors');
  // What is there now says it in the page's own words.
  const sentence = thereNow(t, failure) ?? failure.message;
  const details = failure.message === null ? failure.code : `${failure.code}: ${failure.message}`;
  return (
    <div className="state" data-layout={layout} role="alert" ref={intoView}>
      <span className="state-icon" data-tone="danger" aria-hidden><TriangleAlert size={layout === 'bar' ? 18 : 24} strokeWidth={1.75} /></span>
      <div className="state-words">
        <h2>{t(`byCode.${failure.code}.what`)}</h2>
        {sentence === null ? null : <p>{sentence}</p>}
        <p>{t(`byCode.${failure.code}.next`)}</p>
        <Details text={details} />
      </div>
      <div className="state-action">
        {onRetry === undefined ? null : <Button onPress={onRetry}>{t('retry')}</Button>}
        {actions}
      </div>
    </div>
  );
}

function Details({ text }: { text: string }) {
  const { t } = useTranslation('errors');
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="state-details">
      <Button variant="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('hideDetails') : t('showDetails')}</Button>
      {isOpen ? (
        <>
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              void navigator.clipboard.writeText(text).then(() => setCopied(true));
            }}
          >
            {isCopied ? t('copied') : t('copyDetails')}
          </Button>
          <pre>{text}</pre>
        </>
      ) : null}
    </div>
  );
}
