import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { countText } from '#renderer/ui/figure-text.ts';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { ProjectInfo } from '#shared/model/project.ts';

type Counts = ProjectInfo['counts'];
type Tile = { key: keyof Counts; filter?: InteractionFilter; side?: 'company' | 'customer' };

const tiles: readonly Tile[] = [
  { key: 'interactions', filter: {} },
  { key: 'withTranscript' },
  { key: 'withAudio', filter: { hasAudio: true } },
  { key: 'customers' },
  { key: 'agents' },
  { key: 'evaluated', filter: { evaluated: true }, side: 'company' },
  { key: 'answered', filter: { answered: true }, side: 'customer' },
  { key: 'matched', filter: { evaluated: true, answered: true } },
  { key: 'tags', filter: { tagged: true } },
  { key: 'quotes', filter: { quoted: true } },
];

/** What is in the project. A count of interactions opens them. */
export function ProjectCard({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const go = useNavigation((state) => state.go);
  const { counts } = project;
  return (
    <section className="card stack home-wide" aria-labelledby="home-project">
      <h2 id="home-project">{t('project.title')}</h2>
      <div className="stat-grid">
        {tiles.map(({ key, filter, side }) => (
          <StatTile
            key={key}
            label={t(`project.${key}`)}
            value={countText(counts[key], locale)}
            {...(side === undefined ? {} : { side })}
            {...(filter === undefined || counts[key] === 0 ? {} : { onOpen: () => go('interactions', { filter }) })}
          />
        ))}
      </div>
      {counts.rolesUnsure > 0 ? <p className="text-2">{t('project.rolesUnsure', { count: counts.rolesUnsure, n: countText(counts.rolesUnsure, locale) })}</p> : null}
    </section>
  );
}
