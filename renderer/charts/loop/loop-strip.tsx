import { useTranslation } from 'react-i18next';
import { countText, dateText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Loop } from '#shared/model/loop.ts';
import { effectText } from './loop-words.ts';
import './loop.css';

/** Heard, assigned, decided, changed, verified: the days of a loop with what passed in between, and what the numbers say of the change. */
export function LoopStrip({ loop }: { loop: Loop }) {
  const { t } = useTranslation('signals');
  const writing = useWriting();
  const { locale } = writing;
  return (
    <div className="loop">
      <ol className="loop-strip" aria-label={t('loop.label', { name: loop.name })}>
        {loop.stages.map(({ stage, on, daysBetween }) => (
          <li key={stage} data-done={on === null ? undefined : ''}>
            <strong>{t(`loop.stage.${stage}`)}</strong>
            <span className="caption tabular">
              {on === null ? t('loop.open') : dateText(on, locale)}
              {daysBetween === null ? '' : ` · ${t('loop.after', { count: daysBetween, n: countText(daysBetween, locale) })}`}
            </span>
          </li>
        ))}
      </ol>
      {loop.effect === 'none' ? null : <p className="text-2">{effectText(loop, writing)}</p>}
    </div>
  );
}
