import { FileSearch, Palette } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import type { StoryInHand } from '#shared/contract/briefing.ts';
import { BriefingSize, BriefingTemplate } from '#shared/model/briefing.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { LookDialog } from './look-dialog.tsx';
import type { StoryActs } from './use-story.ts';

/** What holds for the whole briefing: how much it tells, on what, in which colours; and an earlier one beside today's data. */
export function ChoicesBar({ story, choose, setLogo }: { story: StoryInHand } & Pick<StoryActs, 'choose' | 'setLogo'>) {
  const { t } = useTranslation('briefing');
  const [open, setOpen] = useState<'look' | 'compare' | null>(null);
  const { template, size } = story.choices;
  return (
    <div className="briefing-choices">
      <RadioGroup label={t('template.title')} options={BriefingTemplate.options.map((value) => ({ value, label: t(`template.${value}`) }))} value={template}
        onChange={(value) => void choose({ template: value }).then((isDone) => isDone && announce(t('template.chosen', { name: t(`template.${value}`) })))} />
      <RadioGroup label={t('size.title')} options={BriefingSize.options.map((value) => ({ value, label: t(`size.${value}`) }))} value={size}
        onChange={(value) => void choose({ size: value }).then((isDone) => isDone && announce(t('size.chosen', { name: t(`size.${value}`) })))} />
      <span className="row">
        <Button icon={Palette} onPress={() => setOpen('look')}>{t('look.open')}</Button>
        <Button icon={FileSearch} onPress={() => setOpen('compare')}>{t('compare.open')}</Button>
      </span>
      {open === 'look' ? <LookDialog story={story} choose={choose} setLogo={setLogo} onClose={() => setOpen(null)} /> : null}
      {open === 'compare' ? <CompareDialog onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
