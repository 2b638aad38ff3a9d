import { ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; absent when how much is left is unknown. */
  readonly fraction?: number | undefined;
}

/** A thin bar; the figures that go with it stand beside it as text. */
export function Progress({ label, fraction }: ProgressProps) {
  const percent = fraction === undefined ? 0 : Math.min(100, Math.max(0, fraction * 100));
  return (
    <ProgressBar
      className="fl-progress"
      aria-label={label}
      value={percent}
      isIndeterminate={fraction === undefined}
    >
      <span className="fl-progress-bar" style={{ width: `${percent}%` }} />
    </ProgressBar>
  );
}
