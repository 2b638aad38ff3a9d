import type { TableOptions, TablePreview } from '#shared/ipc/evidence.ts';
import type { Head } from '../../parser.ts';
import { planTable } from './plan.ts';

const SAMPLES = 5;
const SAMPLE_LENGTH = 120;

/**
 * What was found out about a table, for the analyst to confirm or correct; pure, from the head alone. With options,
 * how it would be read with them. Undefined when the head is no table.
 */
export function previewTable(
  head: Pick<Head, 'bytes' | 'size'>,
  options: TableOptions = {},
): TablePreview | undefined {
  const plan = planTable(head, options);
  if (plan === undefined) return undefined;
  const { roles } = plan;
  const records = plan.header ? plan.sample.slice(1) : plan.sample;
  const [time] = plan.times;
  const [message] = roles.message ?? [];
  return {
    delimiter: plan.dialect.delimiter,
    encoding: plan.encoding.encoding,
    header: plan.header,
    ...(plan.layout !== undefined && { recognised: plan.layout.title }),
    columns: plan.columns.map(({ name, kind }, i) => ({
      name,
      kind,
      samples: records
        .map((record) => record[i] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, SAMPLES)
        .map((cell) => cell.slice(0, SAMPLE_LENGTH)),
    })),
    ...(time !== undefined && { timeColumn: time.column }),
    ...(time?.format !== undefined && { timeFormat: time.format.example }),
    ...(roles.host !== undefined && { hostColumn: roles.host }),
    ...(roles.user !== undefined && { userColumn: roles.user }),
    ...(message !== undefined && { messageColumn: message }),
  };
}
