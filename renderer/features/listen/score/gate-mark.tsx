import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';

/** Beside every score of an item on which raters do not agree, or agree only roughly; nothing where they do, or where too few were scored twice to say. */
export function GateMark({ item }: { item: string }) {
  const { t } = useTranslation('listen');
  const { data } = useQuery(orpc.evaluations.reliability.queryOptions());
  const gate = data?.find((each) => each.item.toLowerCase() === item.toLowerCase())?.gate;
  if (gate !== 'failed' && gate !== 'tentative') return null;
  return <span className="gate-mark" data-gate={gate}>{t(`score.gate.${gate}`)}</span>;
}
