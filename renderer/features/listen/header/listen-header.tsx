import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateTimeText, decimalText, durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { ChevronLeft, ChevronRight, ClipboardCheck, Eye, EyeOff, LayoutPanelLeft, PanelRight } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import type { Interaction } from '#shared/model/interaction.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import type { Neighbours } from '../session/use-neighbours.ts';
import './header.css';

/** Which interaction this is, where it stands in the list, and what both sides say of it. */
export const ListenHeader = memo(function ListenHeader({ interaction, hidden, neighbours }: { interaction: Interaction; hidden: InteractionWhole['hidden']; neighbours: Neighbours }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const isSideShown = useListenSettings((state) => state.isSideShown);
  const isEvaluating = useScreenParams('listen').evaluate !== undefined;
  const scoreKeys = useKeysOf('score.start');
  return (
    <header className="listen-header" aria-label={t('header.label')}>
      <div className="row">
        <IconButton icon={ChevronLeft} label={t('command.previous')} isDisabled={neighbours.previousId === null} onPress={() => runCommand('listen.previous')} {...useKeysOf('listen.previous')} />
        <h1 tabIndex={-1}><bdi>{interaction.externalId}</bdi></h1>
        <IconButton icon={ChevronRight} label={t('command.next')} isDisabled={neighbours.nextId === null} onPress={() => runCommand('listen.next')} {...useKeysOf('listen.next')} />
      </div>
      <Facts interaction={interaction} isAgentHidden={hidden.agent} />
      <span className="listen-header-place tabular text-2">
        {neighbours.position === null ? t('header.notInList') : t('header.position', { position: countText(neighbours.position, locale), total: countText(neighbours.total, locale) })}
      </span>
      <div className="listen-scores">
        <Button size="small" icon={ClipboardCheck} {...scoreKeys} onPress={() => runCommand('score.start')}>{t(isEvaluating ? 'score.close' : 'score.start')}</Button>
        <Scores interaction={interaction} hidden={hidden} />
        <LayoutMenu />
        <IconButton icon={PanelRight} label={t(isSideShown ? 'header.hidePanel' : 'header.showPanel')} isPressed={isSideShown} onPress={() => runCommand('listen.sidePanel')} {...useKeysOf('listen.sidePanel')} />
      </div>
    </header>
  );
});

const layouts = ['layoutListen', 'layoutEvaluate', 'layoutRead'] as const;

/** How the parts of the screen stand: three ways of working, and which side the panel is on. */
function LayoutMenu() {
  const { t } = useTranslation('listen');
  const entry = (name: (typeof layouts)[number] | 'swapSides') => ({ id: name, label: t(`command.${name}`), run: () => runCommand(`listen.${name}`) });
  return (
    <MenuButton label={t('header.layout')} groups={[{ id: 'layouts', entries: layouts.map(entry) }, { id: 'sides', entries: [entry('swapSides')] }]}>
      <IconButton icon={LayoutPanelLeft} label={t('header.layout')} />
    </MenuButton>
  );
}

function Facts({ interaction, isAgentHidden }: { interaction: Interaction; isAgentHidden: boolean }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { customerName, customer, agentName, agent, startedAt, durationMs } = interaction;
  return (
    <ul className="listen-header-facts">
      <li><bdi>{customerName ?? customer ?? t('header.noCustomer')}</bdi></li>
      <li><bdi>{isAgentHidden ? t('header.hiddenAgent') : agentName ?? agent ?? t('header.noAgent')}</bdi></li>
      <li className="tabular">{startedAt === null ? t('header.noDate') : dateTimeText(startedAt, locale)}</li>
      {durationMs === null ? null : <li className="tabular" aria-label={t('header.duration', { time: durationText(durationMs) })}>{durationText(durationMs)}</li>}
    </ul>
  );
}

function Scores({ interaction, hidden }: { interaction: Interaction; hidden: InteractionWhole['hidden'] }) {
  const isShown = !hidden.customer;
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { keys, ...shortcut } = useKeysOf('listen.showCustomer');
  const text = (score: number | null, none: string): string => (score === null ? none : decimalText(score, locale));
  return (
    <>
      <span className="listen-score" data-side="company">
        <span className="listen-score-mark" aria-hidden />
        {t('header.company')} <strong className="tabular">{text(interaction.companyScore, t(hidden.evaluations ? 'header.hidden' : 'header.noScore'))}</strong>
      </span>
      {isShown ? (
        <span className="listen-score" data-side="customer">
          <span className="listen-score-mark" aria-hidden />
          {t('header.customer')} <strong className="tabular">{text(interaction.customerScore, t('header.noAnswer'))}</strong>
        </span>
      ) : null}
      <Button size="small" variant="quiet" icon={isShown ? EyeOff : Eye} keys={keys} {...shortcut} onPress={() => runCommand('listen.showCustomer')}>
        {t(isShown ? 'header.hide' : 'header.show')}
      </Button>
    </>
  );
}
