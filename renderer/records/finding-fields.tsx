import type { Finding } from '#shared/model/finding.ts';
import { Segments } from '#renderer/ui/choice.tsx';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { Field } from '#renderer/ui/field.tsx';
import { TechniqueField } from '#renderer/ui/technique-field.tsx';
import { ConfidenceField } from './confidence-field.tsx';
import type { FindingDraft } from './finding-draft.ts';

const SEVERITY_NAMES: Readonly<Record<Finding['severity'], string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

interface FindingFieldsProps {
  readonly draft: FindingDraft;
  readonly onChange: (part: Partial<FindingDraft>) => void;
  /** What is wrong with the title, once it is to be said. */
  readonly problem: string | undefined;
  readonly onEnter: () => void;
}

/** What a finding says, wherever it is written. */
export function FindingFields({ draft, onChange, problem, onEnter }: FindingFieldsProps) {
  return (
    <>
      <Field
        label="Finding"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={problem}
        placeholder="Encoded PowerShell started by Word"
        required
        autoFocus
        maxLength={200}
        onEnter={onEnter}
      />
      <Field
        label="What it shows, and how that is known"
        lines={5}
        value={draft.statement}
        onChange={(statement) => onChange({ statement })}
        maxLength={100_000}
      />
      <Segments
        label="Severity"
        value={draft.severity}
        choices={choicesOf(SEVERITY_NAMES)}
        onChange={(severity) => onChange({ severity })}
      />
      <ConfidenceField
        value={draft.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
      <TechniqueField
        technique={draft.technique}
        onChange={(technique) => onChange({ technique })}
      />
    </>
  );
}
