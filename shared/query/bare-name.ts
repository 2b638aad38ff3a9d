/**
 * Accounts and hosts are written with a domain or without: CORP\alice, alice@corp.example, alice; dc1.corp.example,
 * dc1; programs with their folder or without: C:\Windows\System32\cmd.exe, cmd.exe.
 */
export type NamedKind = 'user' | 'host' | 'process';

/** A name and where it belongs, in the order they are written; together they are the value. */
export interface NameParts {
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** An address is a host's whole name. */
const ADDRESS = /^[\d.]*$|:/;

export function partsOfName(kind: NamedKind, value: string): NameParts {
  switch (kind) {
    case 'host': {
      const dot = ADDRESS.test(value) ? -1 : value.indexOf('.');
      return split(value, 0, dot);
    }
    case 'user': {
      const start = value.lastIndexOf('\\') + 1;
      return split(value, start, value.indexOf('@', start));
    }
    case 'process':
      return split(value, Math.max(value.lastIndexOf('\\'), value.lastIndexOf('/')) + 1, -1);
  }
}

/** A negative end is the value's own. */
function split(value: string, start: number, end: number): NameParts {
  const stop = end < 0 ? value.length : end;
  return {
    before: value.slice(0, start),
    name: value.slice(start, stop),
    after: value.slice(stop),
  };
}

/** A value without its domain or folder; the value itself when it has none. */
export const bareName = (kind: NamedKind, value: string): string => partsOfName(kind, value).name;
