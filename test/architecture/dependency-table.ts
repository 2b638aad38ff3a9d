/**
 * Who may import whom. An area is a folder with all below it; the longest that fits a file is its area. Each may import
 * itself and what `may` names: a folder, with all areas below it, or a single file where a folder would be too much.
 */
export interface Area {
  readonly area: string;
  readonly may: readonly string[];
  /** Packages and built-ins this area alone may import, of those that RESERVED names. */
  readonly packages?: readonly string[];
}

export const AREAS: readonly Area[] = [
  // Pure: what exists, and what is said about it.
  { area: 'shared/model', may: [] },
  { area: 'shared/query', may: ['shared/model'] },
  { area: 'shared/records', may: ['shared/model'] },
  { area: 'shared/work', may: ['shared/model', 'shared/query', 'shared/records'] },
  {
    area: 'shared/entities',
    may: ['shared/model', 'shared/query', 'shared/records', 'shared/work'],
  },
  {
    area: 'shared/learning',
    may: ['shared/model', 'shared/query', 'shared/records', 'shared/work'],
  },
  {
    area: 'shared/response/playbook',
    may: ['shared/model', 'shared/query', 'shared/records', 'shared/work'],
  },
  {
    area: 'shared/ipc',
    may: [
      'shared/model',
      'shared/query',
      'shared/records',
      'shared/work',
      'shared/entities',
      'shared/learning',
      'shared/report/content/block.ts',
      'shared/report/pdf-metadata.ts',
      'shared/response/playbook/playbook.ts',
    ],
  },
  {
    area: 'shared/board',
    may: [
      'shared/model',
      'shared/records',
      'shared/work',
      'shared/report/markup.ts',
      'shared/report/numbering.ts',
    ],
  },
  {
    area: 'shared/response',
    may: [
      'shared/model',
      'shared/records',
      'shared/work',
      'shared/response/playbook',
      'shared/report/markup.ts',
      'shared/report/quantity-text.ts',
    ],
  },
  {
    area: 'shared/report',
    may: [
      'shared/model',
      'shared/records',
      'shared/work',
      'shared/ipc',
      'shared/board',
      'shared/entities',
    ],
  },
  // The flow of evidence. What stands on the case folder and its signed logs comes after it; nothing goes back.
  { area: 'main/casefile', may: ['shared'] },
  { area: 'main/evidence', may: ['shared', 'main/casefile'] },
  { area: 'main/parse', may: ['shared', 'main/evidence'] },
  { area: 'main/store', may: ['shared', 'main/parse'], packages: ['@duckdb'] },
  { area: 'main/work', may: ['shared', 'main/casefile', 'main/store'] },
  {
    area: 'main/report',
    may: ['shared', 'resources', 'main/casefile', 'main/store', 'main/work'],
  },
  {
    area: 'main/response',
    may: ['shared', 'resources', 'main/casefile', 'main/report/html/style.ts'],
  },
  {
    area: 'main/verify',
    may: ['shared', 'main/casefile', 'main/evidence', 'main/parse', 'main/work', 'main/report'],
  },
  {
    area: 'main/learning',
    may: ['shared', 'resources', 'main/casefile', 'main/report/html/style.ts'],
  },
  { area: 'main/interop', may: ['shared', 'main/casefile', 'main/evidence', 'main/work'] },
  { area: 'main/sample', may: ['shared', 'main/parse'] },

  // Composition: the engine puts the parts together, the command line and the app run it.
  {
    area: 'main/engine',
    may: [
      'shared',
      'main/casefile',
      'main/evidence',
      'main/parse',
      'main/store',
      'main/work',
      'main/report',
      'main/response',
      'main/learning',
      'main/verify',
      'main/interop',
      'main/sample',
    ],
  },
  { area: 'main/cli', may: ['shared', 'main/engine', 'main/casefile', 'main/verify'] },
  { area: 'main/app', may: ['shared', 'main/engine/engine-paths.ts'], packages: ['electron'] },
  { area: 'main/preload', may: ['shared'], packages: ['electron'] },

  // The page. Widgets know nothing of incidents; screens never import one another; the shell joins them.
  {
    area: 'renderer/ui',
    may: ['shared/model', 'renderer/commands', 'renderer/bridge/clipboard.ts'],
    packages: ['react'],
  },
  {
    area: 'renderer/bridge',
    may: ['shared', 'renderer/state/session-context.tsx'],
    packages: ['react'],
  },
  { area: 'renderer/db', may: ['shared', 'renderer/bridge'], packages: ['react'] },
  {
    area: 'renderer/state',
    may: ['shared', 'renderer/bridge', 'renderer/db'],
    packages: ['react'],
  },
  {
    area: 'renderer/commands',
    may: ['shared', 'renderer/state', 'renderer/bridge'],
    packages: ['react'],
  },
  {
    area: 'renderer/records',
    may: ['shared', 'renderer/ui', 'renderer/bridge', 'renderer/state', 'renderer/commands'],
    packages: ['react'],
  },
  ...['entities', 'intake', 'key-times', 'looked-for', 'screens'].map((name): Area => ({
    area: `renderer/${name}`,
    may: [
      'shared',
      'renderer/ui',
      'renderer/bridge',
      'renderer/db',
      'renderer/state',
      'renderer/commands',
      'renderer/records',
      'renderer/entities',
      'renderer/key-times',
    ],
    packages: ['react'],
  })),
  { area: 'renderer/shell', may: ['shared', 'renderer'], packages: ['react'] },
  { area: 'renderer', may: ['shared', 'renderer'], packages: ['react'] },
];

/** Packages that belong to some areas only, by the beginning of their name. */
export const RESERVED = ['electron', '@duckdb', 'react'];

/** Packages that reach the network. Nothing imports them: there is nothing to reach. */
export const NETWORK = [
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'undici',
  'ws',
];

/** What they hold besides: pure functions on text. */
export const HARMLESS = ['isIP', 'isIPv4', 'isIPv6'];

/** Where processes and threads begin: chains are told from here. */
export const ENTRIES = [
  'main/app/app.ts',
  'main/preload/preload.ts',
  'main/engine/utility-entry.ts',
  'main/cli/cli.ts',
  'main/evidence/hash-worker.ts',
  'main/parse/parse-worker.ts',
  'renderer/main.tsx',
];
