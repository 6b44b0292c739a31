import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Seen } from '#shared/commands/edit.ts';
import type { StoryInHand } from '#shared/contract/briefing.ts';
import type { Slide } from '#shared/model/briefing.ts';
import { EditableText } from './editable-text.tsx';
import { SlideBarsChart } from './slide-bars-chart.tsx';
import { SlideChart } from './slide-chart.tsx';
import { SlidePlot } from './slide-plot.tsx';
import { SlideQuotes } from './slide-quotes.tsx';
import './slide.css';
import { bulletsOf, bulletsProblem, linesOf, slideLimits } from './slide-words.ts';
import type { SlideEdit, StoryActs } from './use-story.ts';

type SlidePreviewProps = { slide: Slide; number: number; total: number; story: StoryInHand } & Pick<StoryActs, 'edit'>;

/** A slide as the deck will show it; title, lead and points are changed in place. */
export function SlidePreview({ slide, number, total, story, edit }: SlidePreviewProps) {
  const { t } = useTranslation('briefing');
  const change: Change = async (part, begun) => {
    const isSaved = await edit({ slideId: slide.id, ...part }, begun);
    if (isSaved) announce(t('slide.saved'));
    return isSaved;
  };
  return (
    <section className="stack" aria-label={t('slide.label', { number, total })}>
      {slide.isHidden ? <p className="briefing-note" role="status">{t('slide.hidden')}</p> : null}
      <article className="slide" data-hidden={slide.isHidden ? '' : undefined} aria-label={slide.title}>
        <EditableText
          label={t('slide.title')} editLabel={t('slide.edit.title')} value={slide.title} rows={2} maxLength={slideLimits.title}
          problemOf={(text) => (text.trim() === '' ? t('slide.titleNeeded') : null)} seen={story.seen} onSave={(text, begun) => change({ title: text.trim() }, begun)}
        >
          <h2 className="slide-title">{slide.title}</h2>
        </EditableText>
        <EditableText
          label={t('slide.lead')} editLabel={t('slide.edit.lead')} value={slide.lead} rows={3} maxLength={slideLimits.lead}
          problemOf={() => null} seen={story.seen} onSave={(text, begun) => change({ lead: text.trim() }, begun)}
        >
          <p className="slide-lead">{slide.lead === '' ? t('slide.noLead') : slide.lead}</p>
        </EditableText>
        <SlideBody slide={slide} seen={story.seen} change={change} />
        {slide.footnote === '' ? null : <p className="slide-footnote caption">{slide.footnote}</p>}
        <p className="slide-foot caption"><span>{story.subtitle} · {story.period}</span><span className="tabular">{number}</span></p>
      </article>
      {slide.isEdited && slide.kind !== 'own' ? (
        <div className="row row-wrap">
          <p className="text-2 grow">{t('slide.edited')}</p>
          <Button size="small" onPress={() => void change({ title: null, lead: null, bullets: null }).then((isDone) => isDone && announce(t('slide.tookBack')))}>{t('slide.takeBack')}</Button>
        </div>
      ) : null}
      {slide.notes === '' ? null : (
        <details className="slide-notes">
          <summary>{t('slide.notes')}</summary>
          <p>{slide.notes}</p>
        </details>
      )}
    </section>
  );
}

type Change = (part: Omit<SlideEdit, 'slideId'>, begun?: Seen) => Promise<boolean>;
type WordsProps = { slide: Slide; seen: Seen; change: Change };

/** The one number or picture, the quotes, the points. */
function SlideBody({ slide, seen, change }: WordsProps) {
  const { chart, figure = null, bars = null, plot = null } = slide;
  return (
    <div className="slide-body" data-has-chart={chart ?? bars ?? plot ?? figure ? '' : undefined}>
      {figure === null ? null : <p className="slide-figure"><strong className="tabular">{figure.value}</strong><span>{figure.what}</span></p>}
      {chart === null ? null : <SlideChart chart={chart} />}
      {bars === null ? null : <SlideBarsChart bars={bars} />}
      {plot === null ? null : <SlidePlot plot={plot} />}
      {slide.quotes.length === 0 ? null : <SlideQuotes quotes={slide.quotes} />}
      {slide.quotes.length > 0 && slide.bullets.length === 0 ? null : <Bullets slide={slide} seen={seen} change={change} />}
    </div>
  );
}

function Bullets({ slide, seen, change }: WordsProps) {
  const { t } = useTranslation('briefing');
  return (
    <EditableText
      label={t('slide.bullets')} editLabel={t('slide.edit.bullets')} help={t('slide.bulletsHelp')} value={linesOf(slide.bullets)} rows={8} maxLength={slideLimits.bullets * (slideLimits.bullet + 1)}
      problemOf={(text) => bulletsProblem(text, t)} seen={seen} onSave={(text, begun) => change({ bullets: bulletsOf(text) }, begun)}
    >
      {slide.bullets.length === 0 ? <p className="text-2">{t('slide.noBullets')}</p> : <ul className="slide-bullets">{slide.bullets.map((bullet) => <li key={bullet}>{bullet}</li>)}</ul>}
    </EditableText>
  );
}
