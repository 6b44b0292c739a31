import { useTranslation } from 'react-i18next';
import { PeriodPicker } from '#renderer/charts/slice/period-picker.tsx';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Select } from '#renderer/ui/select.tsx';
import type { CoachedPerson } from '#shared/model/coaching.ts';

type PersonBarProps = { people: readonly CoachedPerson[]; person: CoachedPerson; days: { from: string | null; to: string | null } };

/** Whose sheet, of which days. People stand by team and name. */
export function PersonBar({ people, person, days: { from, to } }: PersonBarProps) {
  const { t } = useTranslation('coaching');
  const params = useScreenParams('coaching');
  const { replace } = useNavigation.getState();
  return (
    <div className="person-bar no-print" data-region="question">
      <Select
        label={t('person')}
        options={people.map(({ agentId, name, team, reviewed }) => ({ value: agentId, label: name, hint: team === null ? t('hint', { count: reviewed }) : t('hintTeam', { team, count: reviewed }) }))}
        value={person.agentId}
        onChange={(agentId) => replace('coaching', { ...params, agentId })}
      />
      <PeriodPicker
        filter={{ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }}
        onChange={(next) => replace('coaching', {
          agentId: person.agentId, ...(next.from === undefined ? {} : { from: next.from }), ...(next.to === undefined ? {} : { to: next.to }),
          ...(next.from === undefined && next.to === undefined ? { isAll: true } : {}),
        })}
      />
    </div>
  );
}
