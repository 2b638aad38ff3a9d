import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  readonly name: string;
  /** What follows the name, for the usage line. */
  readonly synopsis: string;
  readonly summary: string;
  readonly options: Options;
  /** Fewest and most positional arguments. */
  readonly arguments: readonly [number, number];
}

const json = { json: { type: 'boolean' } } as const;
const filter = {
  query: { type: 'string', short: 'q' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

export const COMMANDS: readonly Command[] = [
  {
    name: 'new',
    synopsis: '<case> [--title T] [--analyst NAME]',
    summary: 'create a case folder',
    options: { title: { type: 'string' }, analyst: { type: 'string' }, ...json },
    arguments: [1, 1],
  },
  {
    name: 'ingest',
    synopsis: '<case> <path>... [--reference] [--zone Z] [--source TEXT] [--reason TEXT]',
    summary: 'hash, seal and parse evidence',
    options: {
      reference: { type: 'boolean' },
      zone: { type: 'string' },
      source: { type: 'string' },
      reason: { type: 'string' },
      ...json,
    },
    arguments: [2, Number.POSITIVE_INFINITY],
  },
  {
    name: 'reread',
    synopsis: '<case> [NUMBER...] [--zone Z]',
    summary: 'parse sealed files again; without numbers, those that were cut short or failed',
    options: { zone: { type: 'string' }, ...json },
    arguments: [1, Number.POSITIVE_INFINITY],
  },
  {
    name: 'events',
    synopsis:
      '<case> [-q QUERY] [--from T] [--to T] [--fields a,b] [--limit N] [--format jsonl|csv|count]',
    summary: 'print matching events in time order',
    options: {
      ...filter,
      fields: { type: 'string' },
      sort: { type: 'string' },
      limit: { type: 'string' },
      format: { type: 'string' },
      ...json,
    },
    arguments: [1, 1],
  },
  {
    name: 'tag',
    synopsis: '<case> <tag> -q QUERY [--remove] [--reason TEXT]',
    summary: 'tag every matching event',
    options: { ...filter, remove: { type: 'boolean' }, reason: { type: 'string' }, ...json },
    arguments: [2, 2],
  },
  {
    name: 'note',
    synopsis: '<case> <event-id> <text>',
    summary: 'write a note on an event',
    options: json,
    arguments: [3, 3],
  },
  {
    name: 'board',
    synopsis: '<case> <event-id> --title T --phase P --reason TEXT [--technique T1059]',
    summary: 'promote an event to the board',
    options: {
      title: { type: 'string' },
      phase: { type: 'string' },
      technique: { type: 'string' },
      reason: { type: 'string' },
      ...json,
    },
    arguments: [2, 2],
  },
  {
    name: 'brief',
    synopsis: '<case> --since TIME|8h',
    summary: 'print a hand-over for the next shift as Markdown',
    options: { since: { type: 'string' }, ...json },
    arguments: [1, 1],
  },
  {
    name: 'report',
    synopsis: '<case> --out FILE.pdf|.docx|.html|.md [--template NAME] [--word-template FILE.docx]',
    summary: 'write the report and its signed proof pack',
    options: {
      out: { type: 'string', short: 'o' },
      template: { type: 'string' },
      'word-template': { type: 'string' },
      page: { type: 'string' },
      ...json,
    },
    arguments: [1, 1],
  },
  {
    name: 'export',
    synopsis: '<case> --format csv|jsonl|bundle --out PATH [-q QUERY]',
    summary: 'write events, or the whole case as a bundle',
    options: {
      ...filter,
      format: { type: 'string' },
      out: { type: 'string', short: 'o' },
      ...json,
    },
    arguments: [1, 1],
  },
  {
    name: 'verify',
    synopsis: '<case|proof-pack|bundle> [--case FOLDER]',
    summary: 're-hash evidence, check both logs, re-extract every cited record',
    options: { case: { type: 'string' }, ...json },
    arguments: [1, 1],
  },
];

/** Of one command where it is named, else of all. */
export function usage(name?: string): string {
  const named = COMMANDS.filter((command) => command.name === name);
  const shown = named.length > 0 ? named : COMMANDS;
  const width = Math.max(...shown.map((command) => command.name.length));
  const lines = shown.map(
    (command) =>
      `  fireline ${command.name.padEnd(width)} ${command.synopsis}\n  ${' '.repeat(9 + width)} ${command.summary}`,
  );
  return [
    'Usage: fireline <command> …',
    '',
    ...lines,
    '',
    'With --json: one JSON object per line on standard output and nothing else.',
    'Exit status: 0 done · 1 the answer is no · 2 wrong usage · 3 an input or I/O error.',
  ].join('\n');
}

export interface Invocation {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** Of Node's three sentences the one about what was written. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\. To specify [^]*$/, '');

/** The command as asked for, or why it cannot be understood. */
export function readInvocation(argv: readonly string[]): Invocation | { readonly wrong: string } {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    return { wrong: name === undefined ? 'no command given' : `there is no command “${name}”` };
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    return { wrong: reasonOf(error) };
  }
  const { positionals, values } = parsed;
  const [fewest, most] = command.arguments;
  if (positionals.length < fewest || positionals.length > most) {
    return { wrong: `usage: fireline ${command.name} ${command.synopsis}` };
  }
  return {
    command: command.name,
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
  };
}
