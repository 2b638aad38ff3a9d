/** What the directives of a Zeek log say about the lines after them. */
export interface ZeekHeader {
  readonly separator: string;
  readonly setSeparator: string;
  readonly emptyField: string;
  readonly unsetField: string;
  /** Name of the log: `conn`, `dns`, … */
  readonly path: string;
  readonly fields: readonly string[];
  /** Type of each field, e.g. `time`, `addr`, `set[string]`. */
  readonly types: readonly string[];
}

export const BLANK_HEADER: ZeekHeader = {
  separator: '\t',
  setSeparator: ',',
  emptyField: '(empty)',
  unsetField: '-',
  path: '',
  fields: [],
  types: [],
};

/** The header after one more directive; those that say nothing about the lines leave it as it was. */
export function withDirective(header: ZeekHeader, line: string): ZeekHeader {
  // The first directive names the separator and is itself set apart by a space.
  if (line.startsWith('#separator ')) {
    return { ...BLANK_HEADER, separator: unescape(line.substring(11).trim()) };
  }
  const [name = '', ...values] = line.split(header.separator);
  const [value = ''] = values;
  switch (name) {
    case '#set_separator':
      return { ...header, setSeparator: unescape(value) };
    case '#empty_field':
      return { ...header, emptyField: value };
    case '#unset_field':
      return { ...header, unsetField: value };
    case '#path':
      return { ...header, path: value };
    case '#fields':
      return { ...header, fields: values };
    case '#types':
      return { ...header, types: values };
    default:
      return header;
  }
}

/** `\x09` and its like as the bytes they stand for: Zeek writes so what is not printable, as UTF-8. */
export function unescape(text: string): string {
  if (!text.includes('\\x')) return text;
  return text.replaceAll(/(?:\\x[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'),
  );
}
