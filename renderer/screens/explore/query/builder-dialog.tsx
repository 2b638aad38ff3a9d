import { useState } from 'react';
import type { BuilderRow } from '#shared/query/builder.ts';
import { rowsOf, textOf } from '#shared/query/builder.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { AddIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { BuilderLine } from './builder-line.tsx';
import { queryProblem } from './query-language.ts';

interface BuilderDialogProps {
  /** What stands in the bar, which the form begins with. */
  readonly query: string;
  readonly run: (query: string) => void;
  readonly close: () => void;
}

/** A line being edited, with an identity that outlives the lines around it. */
interface Line {
  readonly id: number;
  readonly row: BuilderRow;
}

const NEW_ROW: BuilderRow = {
  kind: 'field',
  negated: false,
  field: 'host',
  operator: 'is',
  value: '',
};

/** Conditions as lines of a form. It writes the same text that is typed in the bar. */
export function BuilderDialog({ query, run, close }: BuilderDialogProps) {
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const rows = rowsOf(query);
    return (rows.length === 0 ? [NEW_ROW] : rows).map((row, id) => ({ id, row }));
  });
  const text = textOf(lines.map(({ row }) => row));
  const problem = queryProblem(text);
  const done = (): void => {
    if (problem !== undefined) return;
    run(text);
    close();
  };
  const add = (): void => {
    const id = lines.reduce((most, line) => Math.max(most, line.id + 1), 0);
    setLines([...lines, { id, row: NEW_ROW }]);
  };
  return (
    <FormDialog
      title="Build the query"
      size="wide"
      act="Run"
      onAct={done}
      disabled={problem !== undefined}
      close={close}
    >
      <p className="fl-muted">Every line must hold. Either this or that is written in the bar.</p>
      <ul className="fl-builder" aria-label="Conditions">
        {lines.map(({ id, row }, index) => (
          <BuilderLine
            key={id}
            row={row}
            index={index}
            onChange={(next) =>
              setLines(lines.map((line) => (line.id === id ? { id, row: next } : line)))
            }
            onRemove={() => setLines(lines.filter((line) => line.id !== id))}
            onEnter={done}
          />
        ))}
      </ul>
      <Button size="small" icon={AddIcon} className="fl-builder-add" onPress={add}>
        Another condition
      </Button>
      <p className="fl-builder-text" role="status">
        {problem ?? (text === '' ? 'All events' : visibleLine(text))}
      </p>
    </FormDialog>
  );
}
