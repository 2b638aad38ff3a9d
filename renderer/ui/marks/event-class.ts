import type { Category } from '#shared/model/event.ts';

/** Classes of events by what they tell about. Eight, because eight hues can be told apart. */
export const CLASS_GROUPS = [
  'identity',
  'execution',
  'network',
  'web',
  'files',
  'configuration',
  'detection',
  'system',
] as const;
export type ClassGroup = (typeof CLASS_GROUPS)[number];

interface ClassLook {
  readonly group: ClassGroup;
  /** Beside the hue in a narrow column. */
  readonly short: string;
}

const LOOKS: { readonly [C in Category]: ClassLook } = {
  authentication: { group: 'identity', short: 'auth' },
  session: { group: 'identity', short: 'session' },
  iam: { group: 'identity', short: 'account' },
  process: { group: 'execution', short: 'process' },
  driver: { group: 'execution', short: 'driver' },
  network: { group: 'network', short: 'network' },
  web: { group: 'web', short: 'web' },
  email: { group: 'web', short: 'mail' },
  api: { group: 'web', short: 'api' },
  file: { group: 'files', short: 'file' },
  package: { group: 'files', short: 'package' },
  database: { group: 'files', short: 'database' },
  registry: { group: 'configuration', short: 'registry' },
  configuration: { group: 'configuration', short: 'config' },
  malware: { group: 'detection', short: 'malware' },
  intrusion_detection: { group: 'detection', short: 'alert' },
  host: { group: 'system', short: 'host' },
  other: { group: 'system', short: 'other' },
};

const isCategory = (text: string): text is Category => Object.hasOwn(LOOKS, text);

/** How a class is drawn; one that is not known is drawn as `other`. */
export const classLook = (category: string): ClassLook =>
  isCategory(category) ? LOOKS[category] : LOOKS.other;

export const GROUP_NAMES: { readonly [G in ClassGroup]: string } = {
  identity: 'Identity',
  execution: 'Execution',
  network: 'Network',
  web: 'Web and mail',
  files: 'Files and data',
  configuration: 'Configuration',
  detection: 'Detection',
  system: 'System',
};
