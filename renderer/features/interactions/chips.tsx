import { X } from 'lucide-react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { activeKeys, chipsOf, without } from './filter-chips.ts';

/** The active filters as words; each can be taken away, by Delete too. */
export function FilterChips({ filter, onChange }: { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void }) {
  const { t } = useTranslation();
  const chips = chipsOf(t, filter).filter(({ key }) => key !== 'text');
  if (chips.length === 0) return null;
  return (
    <TagGroup
      aria-label={t('interactions:activeFilters')}
      onRemove={(keys) => onChange(without(filter, ...activeKeys(filter).filter((key) => keys.has(key))))}
    >
      <TagList className="chips" items={chips.map((chip) => ({ ...chip, id: chip.key }))}>
        {(chip) => (
          <Tag id={chip.id} textValue={chip.text} className="chip">
            <bdi>{chip.text}</bdi>
            <Button slot="remove" className="chip-remove" aria-label={t('interactions:removeFilter', { filter: chip.text })}><X aria-hidden size={12} /></Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
