import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { monthText } from '#renderer/charts/segment-name.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { BriefingQuote } from '#shared/model/briefing.ts';

/** Customers' own words, each with who, when, and the way to hear it. */
export function SlideQuotes({ quotes }: { quotes: readonly BriefingQuote[] }) {
  return <ul className="slide-quotes">{quotes.map((quote) => <li key={`${quote.interactionId} ${quote.turnSeq}`}><Quote quote={quote} /></li>)}</ul>;
}

function Quote({ quote }: { quote: BriefingQuote }) {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  const { interactionId, externalId, turnSeq, startMs } = quote;
  const listen = (): void => useNavigation.getState().go('listen', { interactionId, turnSeq, ...(startMs === null ? {} : { atMs: startMs }) });
  return (
    <figure className="slide-quote" data-against={quote.isAgainst ? '' : undefined}>
      {quote.isAgainst ? <p className="slide-against">{t('quote.against')}</p> : null}
      <blockquote dir="auto"><q>{quote.text}</q></blockquote>
      <figcaption className="caption">{quote.when === '' ? t('quote.sourceNoDate', { who: quote.who }) : t('quote.source', { who: quote.who, when: monthText(quote.when, locale) })}</figcaption>
      <div>
        <Button size="small" icon={Play} onPress={listen}>
          {startMs === null ? t('quote.playNoTime', { id: externalId }) : t('quote.play', { id: externalId, time: durationText(startMs) })}
        </Button>
      </div>
    </figure>
  );
}
