import { useTranslation } from 'react-i18next';
import { Screen } from '#renderer/ui/screen.tsx';
import { RiskList } from './risk-list.tsx';

/** Who is at risk, most bad experiences first. */
export function RiskScreen() {
  const { t } = useTranslation('customers');
  return <Screen title={t('title')} layout="fill"><RiskList /></Screen>;
}
