import { z } from 'zod';
import { parseQuery } from '../../query/parse-query.ts';
import { responsePhase } from '../../records/fields.ts';
import { targetNs } from './target.ts';

/** A playbook file: docs/format/playbook.md. Limits are in UTF-16 units; files of others are not trusted. */

/** Of a file, in bytes. */
export const LARGEST_FILE = 1_048_576;

export const CATEGORIES = [
  'social-engineering',
  'malware',
  'intrusion',
  'accounts',
  'data',
  'availability',
  'devices',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

const MARKUP = /<[a-z!/?]/i;
/** Controls, and characters that hide or turn around what is read. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const unhidden = (max: number) =>
  z
    .string()
    .min(1, 'is empty; write something or leave the field out')
    .max(max, `is longer than ${max.toLocaleString('en')} characters; shorten it`)
    .refine((text) => text === text.trim(), 'has spaces around it; remove them')
    .refine(
      (text) => !HIDDEN.test(text),
      'holds a line break or a character that cannot be seen; remove it',
    );

/** One line of text that is only text. */
const plain = (max: number) =>
  unhidden(max).refine((text) => !MARKUP.test(text), 'holds HTML; write plain text');

const slug = (max: number) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens')
    .max(max, `is longer than ${max} characters; shorten it`);

/** So that a use and a step together make the id of a task (see ids.ts). */
export const playbookId = slug(40);
export const stepId = slug(48);

const query = unhidden(2_000).superRefine((text, context) => {
  const parsed = parseQuery(text);
  if (parsed.ok) return;
  const [error] = parsed.errors;
  const place = error === undefined ? '' : `, at character ${error.from + 1}: ${error.message}`;
  context.addIssue({ code: 'custom', message: `is no query${place}` });
});

const step = z.strictObject({
  id: stepId,
  title: plain(200),
  phase: responsePhase,
  /** Who it is for: a role of shared/records/kinds/person.ts, or words of one's own. */
  role: plain(60).exactOptional(),
  /** From the start of the playbook: `30 min`, `4 h`, `2 d`. */
  target: z
    .string()
    .refine((text) => targetNs(text) !== undefined, 'must be like 30 min, 4 h or 2 d')
    .exactOptional(),
  /** Ids of steps that must be done before. */
  after: z.array(stepId).max(50, 'names more than 50 steps; name fewer').default([]),
  /** One line each; the first word may be one of GUIDANCE_LABELS. */
  guidance: z.array(plain(2_000)).max(40, 'has more than 40 lines; split the step').default([]),
  query: query.exactOptional(),
});
export type PlaybookStep = z.infer<typeof step>;

export const playbookShape = z.strictObject({
  fireline: z.literal('playbook/1', 'must be "playbook/1": another format, or no playbook'),
  id: playbookId,
  /** Counts up with each change of the file. */
  revision: z.number().int().min(1).max(1_000_000),
  title: plain(120),
  category: z.enum(CATEGORIES),
  /** When to use it, and when another one fits better. */
  use: plain(1_000),
  /** What its steps are drawn from. */
  sources: z
    .array(plain(300))
    .max(20, 'has more than 20 lines; keep the ones that matter')
    .default([]),
  steps: z
    .array(step)
    .min(1, 'is empty; a playbook has one step at least')
    .max(200, 'has more than 200 steps; make several playbooks'),
});
export type Playbook = z.infer<typeof playbookShape>;

export const CATEGORY_NAMES: { readonly [C in Category]: string } = {
  'social-engineering': 'Social engineering',
  malware: 'Malware',
  intrusion: 'Intrusion',
  accounts: 'Accounts',
  data: 'Data',
  availability: 'Availability',
  devices: 'Devices',
  other: 'Other',
};
