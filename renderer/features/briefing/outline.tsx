import { ArrowDown, ArrowUp, Eye, EyeOff, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Slide } from '#shared/model/briefing.ts';
import { isTakenIn } from './slide-words.ts';

type OutlineProps = { slides: readonly Slide[]; selected: Slide; onSelect: (id: string) => void;
  /** Moves a slide by so many places. */
  onMove: (id: string, by: number) => void;
};

const dragged = 'application/x-earshot-slide';

/** Titles only, in their order; what is done to the chosen slide stands above them. */
export function Outline({ slides, selected, onSelect, onMove }: OutlineProps) {
  const { t } = useTranslation('briefing');
  const at = slides.indexOf(selected);
  const [upKeys, downKeys] = [useKeysOf('briefing.moveUp'), useKeysOf('briefing.moveDown')];
  return (
    <nav className="briefing-outline" aria-labelledby="briefing-outline-title" data-region="outline">
      <div className="row">
        <h2 id="briefing-outline-title" className="grow">{t('outline.title')}</h2>
        <IconButton label={t('outline.up')} icon={ArrowUp} isDisabled={at === 0} {...upKeys} onPress={() => runCommand('briefing.moveUp')} />
        <IconButton label={t('outline.down')} icon={ArrowDown} isDisabled={at === slides.length - 1} {...downKeys} onPress={() => runCommand('briefing.moveDown')} />
        <IconButton label={t('outline.add')} icon={Plus} onPress={() => runCommand('briefing.addSlide')} />
        {isTakenIn(selected) ? <IconButton label={t('outline.remove')} icon={Trash2} onPress={() => runCommand('briefing.removeSlide')} /> : null}
        <IconButton label={t(selected.isHidden ? 'outline.show' : 'outline.hide')} icon={selected.isHidden ? Eye : EyeOff} onPress={() => runCommand('briefing.hide')} />
      </div>
      <ol>
        {slides.map((slide, index) => (
          <li key={slide.id}>
            <button
              type="button" className="briefing-title" draggable
              onDragStart={(event) => event.dataTransfer.setData(dragged, slide.id)}
              onDragOver={(event) => { if (event.dataTransfer.types.includes(dragged)) event.preventDefault(); }}
              onDrop={(event) => {
                const id = event.dataTransfer.getData(dragged);
                const from = slides.findIndex((candidate) => candidate.id === id);
                if (from < 0) return;
                event.preventDefault();
                event.stopPropagation();
                if (from !== index) onMove(id, index - from);
              }}
              aria-current={slide === selected ? 'true' : undefined} data-hidden={slide.isHidden ? '' : undefined} onClick={() => onSelect(slide.id)}
            >
              <span className="briefing-number tabular" aria-hidden>{index + 1}</span>
              <span className="visually-hidden">{t('slide.label', { number: index + 1, total: slides.length })}</span>
              <span className="grow">
                {slide.title}
                {slide.isHidden || slide.isEdited ? (
                  <span className="briefing-badges">
                    {slide.isHidden ? <span>{t('outline.hidden')}</span> : null}
                    {slide.isEdited ? <span>{t('outline.edited')}</span> : null}
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="caption">{t('outline.help')}</p>
    </nav>
  );
}
