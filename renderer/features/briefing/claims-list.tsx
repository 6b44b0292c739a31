import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Slide } from '#shared/model/briefing.ts';

/** Every figure that the slide states, with its definition and n, and the interactions behind it. */
export function ClaimsList({ slide }: { slide: Slide }) {
  const { t } = useTranslation('briefing');
  const writing = useWriting();
  if (slide.claims.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="briefing-claims">
      <h2 id="briefing-claims">{t('claims.title')}</h2>
      <ul className="briefing-claims">
        {slide.claims.map(({ id, text, definition, envelope }) => {
          const list = evidenceOf(envelope);
          return (
            <li key={id}>
              <span className="grow">{text} <span className="caption tabular">{definition} · {t('claims.n', { n: figureOf(envelope, writing).n })}</span></span>
              {list === null || envelope.n === 0 ? null : <Button size="small" variant="quiet" aria-label={t('claims.showOf', { text })} onPress={() => openEvidence(list)}>{t('claims.show')}</Button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
