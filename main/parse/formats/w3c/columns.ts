/** What a `#Fields:` line says about the lines after it. */
export interface Columns {
  readonly names: readonly string[];
  /** Index of each part that has a meaning of its own; -1 when it is not there. */
  readonly date: number;
  readonly time: number;
  /** `date-local` and `time-local`, or a log that says so: the clock is the server's own, not UTC. */
  readonly local: boolean;
  readonly client: number;
  readonly server: number;
  readonly user: number;
  readonly host: number;
  readonly status: number;
  readonly method: number;
  readonly path: number;
  readonly query: number;
  readonly action: number;
}

/** Reads the names after `#Fields:`. `local` is what the file said before. */
export function columnsOf(directive: string, local: boolean): Columns {
  const names = directive.trim().split(/\s+/);
  const first = (...wanted: string[]): number => {
    for (const name of wanted) {
      const at = names.indexOf(name);
      if (at >= 0) return at;
    }
    return -1;
  };
  const date = first('date', 'date-local');
  return {
    names,
    date,
    time: first('time', 'time-local'),
    local: local || names[date] === 'date-local',
    client: first('c-ip', 'src-ip', 'OriginalIP'),
    server: first('s-ip', 'dst-ip'),
    user: first('cs-username', 'suser-username'),
    host: first('s-computername', 'cs-computername'),
    status: first('sc-status'),
    method: first('cs-method'),
    path: first('cs-uri-stem', 'cs-uri'),
    query: first('cs-uri-query'),
    action: first('action'),
  };
}

/**
 * Splits a line at spaces and tabs; a quoted value may hold both, and a quote when it is doubled.
 * Reused target: returns how many values there are.
 */
export function splitValues(text: string, into: string[]): number {
  let count = 0;
  let at = 0;
  const { length } = text;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9) {
      at++;
      continue;
    }
    if (unit === 34) {
      const end = closingQuote(text, at + 1);
      into[count++] = text.substring(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      continue;
    }
    let end = at + 1;
    for (let next = text.charCodeAt(end); end < length && next !== 32 && next !== 9;)
      next = text.charCodeAt(++end);
    into[count++] = text.substring(at, end);
    at = end;
  }
  return count;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) !== 34) return at;
    at++;
  }
  return text.length;
}
