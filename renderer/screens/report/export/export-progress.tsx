import { Progress } from '#renderer/ui/progress.tsx';
import type { ExportFormat, ExportStep } from './export-report.ts';

interface ExportProgressProps {
  readonly step: ExportStep;
  readonly format: ExportFormat;
}

const STEPS: readonly ExportStep[] = ['gathering', 'setting', 'proving'];
const WORDS: { readonly [S in ExportStep]: string } = {
  gathering: 'putting the report together',
  setting: 'setting its pages',
  proving: 'proving its citations',
};

/** What is being done. Nobody can say how far the setting of pages has come, so the bar only says that it goes on. */
export const ExportProgress = ({ step, format }: ExportProgressProps) => (
  <div className="fl-export-progress">
    <Progress label="Writing the report" />
    <p className="fl-muted" role="status">
      {format === 'pdf'
        ? `Step ${STEPS.indexOf(step) + 1} of ${STEPS.length}: ${WORDS[step]}`
        : 'Writing the report'}
    </p>
  </div>
);
