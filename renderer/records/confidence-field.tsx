import type { Confidence } from '#shared/model/board.ts';
import { Segments } from '#renderer/ui/choice.tsx';
import { choicesOf } from '#renderer/ui/choices-of.ts';

const NAMES: Readonly<Record<Confidence, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

interface ConfidenceFieldProps {
  readonly value: Confidence;
  readonly onChange: (confidence: Confidence) => void;
}

/** How sure somebody is of what a finding or an item of the board says. */
export const ConfidenceField = ({ value, onChange }: ConfidenceFieldProps) => (
  <Segments label="Confidence" value={value} choices={choicesOf(NAMES)} onChange={onChange} />
);
