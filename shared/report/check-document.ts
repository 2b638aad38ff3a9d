import type { ReportNode } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { ATTR_DEFAULTS, type AttrSpec, REPORT_MARKS, REPORT_NODES } from './schema.ts';

const MAX_DEPTH = 40;

/** A document that the report can print as it stands, or the first thing in it that is not allowed. */
export function checkDocument(node: ReportNode): Result<ReportNode> {
  const trouble = node.type === 'doc' ? troubleIn(node, 'doc', 0) : `it begins with “${node.type}”`;
  return trouble === undefined
    ? ok(node)
    : fail('invalid-argument', `The section holds something a report cannot print: ${trouble}.`);
}

export const EMPTY_DOCUMENT: ReportNode = { type: 'doc', content: [{ type: 'paragraph' }] };

function troubleIn(node: ReportNode, path: string, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return `${path} is nested too deeply`;
  const spec = Object.hasOwn(REPORT_NODES, node.type) ? REPORT_NODES[node.type] : undefined;
  if (spec === undefined) return `${path} has a part of the unknown kind “${node.type}”`;
  const children = node.content ?? [];
  if (node.type === 'text') {
    if (typeof node.text !== 'string') return `${path} has a text without text`;
  } else if (node.text !== undefined) return `${path} has text where none belongs`;
  if (children.length < spec.least) return `${path} is empty`;
  for (const child of children) {
    if (!spec.content.includes(child.type)) return `${path} may not hold “${child.type}”`;
  }
  return (
    troubleInAttrs(node, path) ??
    troubleInMarks(node, path) ??
    first(children, (child, n) => troubleIn(child, `${path} › ${child.type} ${n + 1}`, depth + 1))
  );
}

function troubleInAttrs(node: ReportNode, path: string): string | undefined {
  const spec = REPORT_NODES[node.type]?.attrs ?? {};
  const attrs = node.attrs ?? {};
  for (const name of Object.keys(attrs)) {
    if (!Object.hasOwn(spec, name)) return `${path} has the unknown attribute “${name}”`;
  }
  return first(Object.entries(spec), ([name, attr]) => {
    const value = attrs[name] ?? ATTR_DEFAULTS[node.type]?.[name];
    return fits(value, attr) ? undefined : `${path} has a wrong “${name}”`;
  });
}

const fits = (value: unknown, spec: AttrSpec): boolean =>
  spec.kind === 'integer'
    ? typeof value === 'number' && Number.isInteger(value) && value >= spec.min && value <= spec.max
    : typeof value === 'string' &&
      (spec.kind === 'choice'
        ? spec.of.includes(value)
        : value.length <= spec.max && (spec.pattern?.test(value) ?? true));

function troubleInMarks(node: ReportNode, path: string): string | undefined {
  if (node.marks === undefined) return undefined;
  if (node.type !== 'text') return `${path} has marks where none belong`;
  return first(node.marks, ({ type, attrs }) => {
    if (!REPORT_MARKS.includes(type)) return `${path} has the unknown mark “${type}”`;
    return Object.keys(attrs ?? {}).length > 0
      ? `${path} has a mark “${type}” with attributes`
      : undefined;
  });
}

function first<T>(
  items: readonly T[],
  find: (item: T, n: number) => string | undefined,
): string | undefined {
  for (const [n, item] of items.entries()) {
    const found = find(item, n);
    if (found !== undefined) return found;
  }
  return undefined;
}
