import { useTranslation } from 'react-i18next';
import { currentHost } from '#renderer/app/commands/current-host.ts';
import { commandsInForce } from '#renderer/app/commands/in-force.ts';
import { keyLabel } from '#renderer/app/commands/key-labels.ts';
import { labelOf } from '#renderer/app/commands/menu-tree.ts';
import { screens } from '#renderer/app/screens.ts';
import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import './key-sheet.css';

const regions = ['player', 'transcript', 'scorecard', 'table'] as const;

/** Keys of the grid, which listens for itself (ARIA grid pattern). */
const gridKeys = [
  { what: 'move', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] }, { what: 'rowEnds', keys: ['Home', 'End'] },
  { what: 'page', keys: ['PageUp', 'PageDown'] }, { what: 'gridEnds', keys: ['Mod+Home', 'Mod+End'] }, { what: 'open', keys: ['Enter'] },
  { what: 'select', keys: ['Space'] }, { what: 'selectRange', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
  { what: 'selectAll', keys: ['Mod+A'] }, { what: 'leave', keys: ['Tab'] },
] as const;
const screensWithGrid: readonly string[] = ['interactions'];

type KeyRow = { label: string; keys: readonly string[] };

/** All keys that work on the screen that is shown, read from the registry. */
export function KeySheet() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const screen = useNavigation((state) => state.place.screen);
  const areSingleKeysOn = useKeyboardSettings((state) => state.areSingleKeysOn);
  const host = currentHost();
  const chords = (scope: string): KeyRow[] => commandsInForce()
    .filter((command) => command.scope === scope && command.keys[host].length > 0)
    .map((command) => ({ label: labelOf(t, command), keys: command.keys[host] }));
  const singles = (region: (typeof regions)[number]): KeyRow[] => commandsInForce()
    .filter((command) => command.single?.regions.includes(region) === true && (command.scope === screen || command.scope === 'everywhere'))
    .map((command) => ({ label: labelOf(t, command), keys: command.single?.keys ?? [] }));
  const shownRegions = regions.filter((region) => (region === 'table' ? screensWithGrid.includes(screen) : screen === 'listen' && region !== 'scorecard'));
  const screenLabel = screens.find(({ id }) => id === screen)?.labelKey ?? 'frame:screen.home';
  return (
    <Dialog title={t('keys.titleOf', { screen: t(screenLabel) })} closeLabel={t('keys.close')} isOpen onClose={close} size="wide" isReading>
      <p className="text-2">{areSingleKeysOn ? t('keys.sheetHint') : t('keys.singleOff')}</p>
      <div className="key-sheet">
        {areSingleKeysOn ? shownRegions.map((region) => (
          <KeyList key={region} title={t(`keys.region.${region}`)} rows={region === 'table' ? [...gridKeys.map(({ what, keys }) => ({ label: t(`keys.grid.${what}`), keys })), ...singles(region)] : singles(region)} />
        )) : null}
        <KeyList title={t('keys.onThisScreen')} rows={chords(screen)} />
        <KeyList title={t('keys.everywhere')} rows={chords('everywhere')} />
      </div>
    </Dialog>
  );
}

function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="key-list">
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.label} className="key-row">
            <dt>{row.label}</dt>
            <dd>{row.keys.map((binding) => <kbd key={binding}>{keyLabel(binding)}</kbd>)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
