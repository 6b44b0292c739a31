import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Seen } from '#shared/commands/edit.ts';
import type { StoryInHand } from '#shared/contract/briefing.ts';
import { BriefingTheme, Colour, FontName, houseTheme } from '#shared/model/briefing.ts';
import './dialogs.css';
import type { StoryActs } from './use-story.ts';

type LookDialogProps = { story: StoryInHand; onClose: () => void } & Pick<StoryActs, 'choose' | 'setLogo'>;

const colours = ['company', 'customer', 'accent'] as const;
const fonts = ['headFont', 'bodyFont'] as const;

/** The company's own colours, fonts and logo; they go into the master of the deck. */
export function LookDialog({ story, choose, setLogo, onClose }: LookDialogProps) {
  const { t } = useTranslation('briefing');
  const [theme, setTheme] = useState(story.choices.theme);
  const [begun, setBegun] = useState<Seen | undefined>(story.seen);
  const isUsable = BriefingTheme.safeParse(theme).success;
  const isHouse = JSON.stringify(theme) === JSON.stringify(houseTheme);
  const set = (key: keyof BriefingTheme) => (value: string): void => setTheme({ ...theme, [key]: value });
  const save = async (): Promise<void> => {
    // A refusal says that the look was changed: whoever saves again has seen it.
    if (await choose({ theme: isHouse ? null : theme }, begun)) onClose();
    else setBegun(undefined);
  };
  const pickLogo = async (): Promise<void> => {
    const [file] = await shell.pickFiles('files');
    if (file) await setLogo(file.id);
  };
  return (
    <Dialog
      title={t('look.title')} closeLabel={t('dialog.close')} isOpen onClose={onClose}
      actions={(
        <>
          <Button isDisabled={isHouse} onPress={() => setTheme(houseTheme)}>{t('look.house')}</Button>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={!isUsable} onPress={() => void save()}>{t('look.save')}</Button>
        </>
      )}
    >
      <div className="stack">
        <p>{t('look.what')}</p>
        <div className="briefing-look">
          {colours.map((key) => (
            <div key={key} className="briefing-colour">
              <span className="briefing-swatch" aria-hidden style={{ background: Colour.safeParse(theme[key]).success ? theme[key] : 'transparent' }} />
              <TextField label={t(`look.${key}`)} value={theme[key]} onChange={set(key)} maxLength={7} problem={Colour.safeParse(theme[key]).success ? null : t('look.colourForm')} />
            </div>
          ))}
          {fonts.map((key) => <TextField key={key} label={t(`look.${key}`)} value={theme[key]} onChange={set(key)} maxLength={60} problem={FontName.safeParse(theme[key]).success ? null : t('look.fontForm')} />)}
        </div>
        <div className="row row-wrap">
          <p className="grow">{story.choices.logo === null ? t('look.noLogo') : t('look.logo', { name: story.choices.logo })}</p>
          <Button size="small" onPress={() => void pickLogo()}>{t('look.pickLogo')}</Button>
          {story.choices.logo === null ? null : <Button size="small" onPress={() => void setLogo(null)}>{t('look.removeLogo')}</Button>}
        </div>
      </div>
    </Dialog>
  );
}
