import { useTranslation } from 'react-i18next';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { CallView } from '../call/call-view.tsx';
import { NextView } from '../next/next-view.tsx';
import { SameView } from '../same/same-view.tsx';
import { RiskList } from './risk-list.tsx';

const views = ['risk', 'next', 'call', 'same'] as const;

/** Who is at risk, who may call next, what happened after interactions that went well or badly, and whose records are one person's. */
export function RiskScreen() {
  const { t } = useTranslation('customers');
  const { view = 'risk' } = useScreenParams('customers');
  const choose = <RadioGroup label={t('view.label')} isLabelHidden options={views.map((value) => ({ value, label: t(`view.${value}`) }))} value={view} onChange={(next) => useNavigation.getState().replace('customers', next === 'risk' ? {} : { view: next })} />;
  return <Screen title={t('title')} layout={view === 'risk' ? 'fill' : 'flow'} actions={choose}>{view === 'risk' ? <RiskList /> : view === 'next' ? <NextView /> : view === 'call' ? <CallView /> : <SameView />}</Screen>;
}
