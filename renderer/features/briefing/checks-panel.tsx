import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Slide, Story } from '#shared/model/briefing.ts';

type Check = Story['checks'][number];
type ChecksPanelProps = { story: Story; slide: Slide; onSelect: (id: string) => void };

/** What a careful editor would look for: the chosen slide in full, the other slides where something is open. */
export function ChecksPanel({ story, slide, onSelect }: ChecksPanelProps) {
  const { t } = useTranslation('briefing');
  const own = story.checks.filter(({ slideId }) => slideId === slide.id);
  const open = story.checks.filter(({ ok }) => !ok);
  const elsewhere = open.filter(({ slideId }) => slideId !== slide.id);
  const numberOf = (slideId: string): number => story.slides.findIndex(({ id }) => id === slideId) + 1;
  return (
    <aside className="briefing-checks" aria-labelledby="briefing-checks-title" data-region="checks">
      <h2 id="briefing-checks-title">{t('checks.title')}</h2>
      <p className="text-2" role="status">{open.length === 0 ? t('checks.summaryNone') : t('checks.summary', { count: open.length })}</p>
      {slide.isHidden ? <p className="caption">{t('checks.hidden')}</p> : <ul>{own.map((check) => <li key={check.code}><CheckLine check={check} /></li>)}</ul>}
      {elsewhere.length === 0 ? null : (
        <>
          <h3>{t('checks.others')}</h3>
          <ul>
            {elsewhere.map((check) => (
              <li key={`${check.slideId} ${check.code}`}>
                <button type="button" className="briefing-check-link" onClick={() => onSelect(check.slideId)}>
                  <CheckMark check={check} />{t('checks.goTo', { number: numberOf(check.slideId), message: check.message })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function CheckLine({ check }: { check: Check }) {
  return <p className="briefing-check"><CheckMark check={check} /><span>{check.message}</span></p>;
}

/** Icon and word: colour is never the only sign. */
function CheckMark({ check }: { check: Check }) {
  const { t } = useTranslation('briefing');
  const state = check.ok ? 'ok' : check.isBlocking ? 'stops' : 'look';
  const Icon = { ok: CircleCheck, look: TriangleAlert, stops: OctagonX }[state];
  return <span className="briefing-mark" data-state={state}><Icon aria-hidden size={16} /><span className={state === 'ok' ? 'visually-hidden' : 'briefing-mark-word'}>{t(`checks.${state}`)}</span></span>;
}
