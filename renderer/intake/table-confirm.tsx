import type { TableOptions, TablePreview } from '#shared/ipc/evidence.ts';
import { Checkbox, Select } from '#renderer/ui/choice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface TableConfirmProps {
  readonly path: string;
  readonly table: TablePreview | undefined;
  readonly options: TableOptions;
  readonly onChange: (options: TableOptions) => void;
}

const ROLES = [
  { key: 'timeColumn', label: 'Time' },
  { key: 'hostColumn', label: 'Host' },
  { key: 'userColumn', label: 'User' },
  { key: 'messageColumn', label: 'Message' },
] as const;

const DELIMITERS = [
  { id: ',', label: 'Comma' },
  { id: ';', label: 'Semicolon' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Bar' },
] as const;

const NONE = 'none';

/** A table as it was understood, to confirm: which column is what, with sample values. */
export function TableConfirm({ path, table, options, onChange }: TableConfirmProps) {
  if (table === undefined) return null;
  const columns = table.columns.map((column, index) => ({
    id: String(index),
    label: visibleLine(column.name),
  }));
  const delimiter = options.delimiter ?? table.delimiter;
  return (
    <section className="fl-table-confirm" aria-label={`Columns of ${path}`}>
      <h3 className="fl-evidence-text">{visibleLine(path.split(/[\\/]/).at(-1) ?? path)}</h3>
      <div className="fl-table-roles">
        {ROLES.map(({ key, label }) => (
          <Select
            key={key}
            label={label}
            value={String(options[key] ?? table[key] ?? NONE)}
            choices={
              table[key] === undefined ? [{ id: NONE, label: 'No column' }, ...columns] : columns
            }
            onChange={(chosen) => {
              const { [key]: _, ...rest } = options;
              onChange(chosen === NONE ? rest : { ...rest, [key]: Number(chosen) });
            }}
          />
        ))}
        <Select
          label="Between columns"
          value={delimiter}
          choices={
            DELIMITERS.some(({ id }) => id === delimiter)
              ? DELIMITERS
              : [...DELIMITERS, { id: delimiter, label: visibleLine(delimiter) }]
          }
          onChange={(chosen) => onChange({ ...options, delimiter: chosen })}
        />
        <Checkbox
          checked={options.header ?? table.header}
          onChange={(header) => onChange({ ...options, header })}
        >
          First line names the columns
        </Checkbox>
      </div>
      <div className="fl-table-preview">
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.name} scope="col">
                  {visibleLine(column.name)} <span className="fl-faint">{column.kind}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2].map((line) => (
              <tr key={line}>
                {table.columns.map((column) => (
                  <td key={column.name} className="fl-evidence-text">
                    {visibleLine(column.samples[line] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="fl-field-help">
        {table.timeFormat === undefined
          ? 'No time was recognised.'
          : `Times are read as ${table.timeFormat}.`}{' '}
        Text is {table.encoding}.
      </p>
    </section>
  );
}
