import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import './progress-bar.css';

type ProgressBarProps = {
  label: string;
  isLabelHidden?: boolean;
  done: number;
  /** Null while the end is not known. */
  total: number | null;
  /** What is said instead of a percentage, e.g. `118 of 412`. */
  valueLabel?: string;
};

/** How far a piece of work is; a moving bar while the end is not known. */
export function ProgressBar({ label, isLabelHidden = false, done, total, valueLabel }: ProgressBarProps) {
  const isOpenEnded = total === null || total <= 0;
  return (
    <AriaProgressBar
      className="progress"
      value={isOpenEnded ? 0 : Math.min(done, total)}
      maxValue={isOpenEnded ? 1 : total}
      isIndeterminate={isOpenEnded}
      {...(valueLabel === undefined ? {} : { valueLabel })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {({ percentage, valueText }) => (
        <>
          {isLabelHidden ? null : (
            <div className="progress-words">
              <Label>{label}</Label>
              <span className="tabular text-2">{valueLabel ?? valueText}</span>
            </div>
          )}
          <div className="progress-track"><div className="progress-fill" data-open-ended={isOpenEnded ? '' : undefined} style={{ width: `${percentage ?? 0}%` }} /></div>
        </>
      )}
    </AriaProgressBar>
  );
}
