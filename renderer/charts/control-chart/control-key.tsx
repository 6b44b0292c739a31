import { useTranslation } from 'react-i18next';
import './control-key.css';

/** How a month that is not over, or of few, is drawn. */
export function ControlKey() {
  const { t } = useTranslation('charts');
  return (
    <p className="chart-key">
      {(['whole', 'running', 'few'] as const).map((kind) => (
        <span key={kind}><span className="control-mark" data-kind={kind} aria-hidden />{t(`control.key.${kind}`)}</span>
      ))}
    </p>
  );
}
