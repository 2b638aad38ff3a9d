import type { z } from 'zod';
import type { Result } from '../../model/result.ts';
import { fail, ok } from '../../model/result.ts';
import type { Playbook } from './playbook.ts';
import { LARGEST_FILE, playbookShape } from './playbook.ts';
import { circleIn } from './step-order.ts';

/**
 * A playbook from the text of a file. What is wrong is said in one line that names the file, the place and what to do.
 * @returns failure invalid-argument, too-large
 */
export function readPlaybook(text: string, file: string): Result<Playbook> {
  if (text.length > LARGEST_FILE) return fail('too-large', tooLarge(file), file);
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(file, `${placeIn(text, error)} is no JSON; mend it there`);
  }
  return checkPlaybook(content, file);
}

/** The same for what has been read already. */
export function checkPlaybook(content: unknown, file: string): Result<Playbook> {
  const parsed = playbookShape.safeParse(content);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refused(file, first === undefined ? 'it is no playbook' : issueText(first, content));
  }
  const wrong = stepsProblem(parsed.data);
  return wrong === undefined ? ok(parsed.data) : refused(file, wrong);
}

export const tooLarge = (file: string): string =>
  `${file}: the file is larger than ${LARGEST_FILE / 1_048_576} MiB, which no playbook is.`;

const refused = (file: string, why: string): Result<never> =>
  fail('invalid-argument', `${file}: ${why.replace(/\.$/, '')}.`, file);

function stepsProblem({ steps }: Playbook): string | undefined {
  const known = new Set<string>();
  for (const [n, { id }] of steps.entries()) {
    if (known.has(id))
      return `steps[${n}].id “${id}” is used twice; each step has an id of its own`;
    known.add(id);
  }
  for (const [n, { after }] of steps.entries()) {
    const missing = after.findIndex((id) => !known.has(id));
    if (missing !== -1) {
      return `steps[${n}].after[${missing}] names “${after[missing]}”, which is no step; mend the name or remove it`;
    }
  }
  const circle = circleIn(steps);
  if (circle === undefined) return undefined;
  const way = [...circle, circle[0] ?? ''].map((id) => `“${id}”`).join(' waits for ');
  return `steps: ${way}; take one of them out of “after”`;
}

/** `steps[3].target is longer than …`, with the step's own id where it has one. */
function issueText(issue: z.core.$ZodIssue, content: unknown): string {
  const place = issue.path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : `${text}${text === '' ? '' : '.'}${String(part)}`,
    '',
  );
  const [list, n] = issue.path;
  const step = list === 'steps' && typeof n === 'number' ? stepName(content, n) : '';
  const at = place === '' ? 'the file' : `${place}${step}`;
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return `${at} has the field “${key.slice(0, 60)}”, which playbooks do not have; remove it or mend its name`;
  }
  if (issue.code === 'invalid_type') {
    return issue.input === undefined && !has(content, issue.path)
      ? `${at} is missing; add it`
      : `${at} must be ${kindNames[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    return `${at} must be one of ${issue.values.map(String).join(', ')}`;
  }
  return `${at} ${issue.message}`;
}

const kindNames: { readonly [kind: string]: string } = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in square brackets',
  object: 'an object in braces',
};

function has(content: unknown, path: readonly PropertyKey[]): boolean {
  let at = content;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false;
    at = (at as { readonly [key: PropertyKey]: unknown })[part];
  }
  return true;
}

function stepName(content: unknown, n: number): string {
  const steps: unknown = (content as { readonly steps?: unknown }).steps;
  const step: unknown = Array.isArray(steps) ? steps[n] : undefined;
  if (typeof step !== 'object' || step === null || !('id' in step)) return '';
  return typeof step.id === 'string' && /^[a-z0-9-]{1,48}$/.test(step.id) ? ` (“${step.id}”)` : '';
}

/** Where the parser stopped, as far as its message tells: by position, or by the text around it. */
function placeIn(text: string, { message }: SyntaxError): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const around = /(?:\.\.\.)?"([\s\S]+)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  const at =
    position === undefined
      ? around === undefined
        ? text.length
        : text.indexOf(around) + around.length / 2
      : Number(position);
  return `line ${text.slice(0, at).split('\n').length}`;
}
