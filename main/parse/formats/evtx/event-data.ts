import type { FieldValue } from '#shared/model/event.ts';
import { type Element, NO_DEPENDENCY, type Node } from './binary-xml/node.ts';

/** One field of an event: its name, and the nodes (no elements) that make its value. */
export interface Pair {
  readonly key: string;
  readonly content: readonly Node[];
  /** The slot without whose value there is no such field, if it has one. */
  readonly dependency?: number;
}

/** Fields that are not event data have this prefix, so no name from a log can take their place. */
export const SYSTEM_PREFIX = 'System.';

/**
 * The fields of a child of `<Event>` under the names that the provider gave them:
 * - EventData: `<Data Name="X">` is X, `<Data>` is Data, other elements their own name;
 * - UserData: the elements inside its one wrapper by their own names; the wrapper's name is `System.UserData`;
 * - anything else (RenderingInfo, ProcessingErrorData, …): its parts behind its name and a dot.
 * Elements inside those are joined by dots. Namespace declarations are left out.
 */
export function flatten(root: Element): Pair[] {
  const pairs: Pair[] = [];
  if (root.name === 'EventData') {
    attributesOf(root, 'EventData.', pairs);
    for (const child of root.children) part(child, '', pairs, 'Data');
  } else if (root.name === 'UserData') {
    attributesOf(root, 'UserData.', pairs);
    for (const child of root.children) wrapper(child, pairs);
  } else part(root, '', pairs, root.name);
  return pairs;
}

function wrapper(node: Node, pairs: Pair[]): void {
  if (node.kind !== 'element' || !node.children.some((child) => child.kind === 'element')) {
    part(node, '', pairs, 'UserData');
    return;
  }
  pairs.push({ key: `${SYSTEM_PREFIX}UserData`, content: [{ kind: 'text', text: node.name }] });
  attributesOf(node, `${node.name}.`, pairs);
  for (const child of node.children) part(child, '', pairs, node.name);
}

function part(node: Node, prefix: string, pairs: Pair[], loose: string): void {
  if (node.kind !== 'element') {
    if (node.kind !== 'text' || node.text.trim() !== '')
      pairs.push({ key: safe(prefix + loose), content: [node] });
    return;
  }
  const key = prefix + nameOf(node);
  attributesOf(node, `${key}.`, pairs);
  const text = node.children.filter((child) => child.kind !== 'element');
  if (text.length < node.children.length) {
    for (const child of node.children) part(child, `${key}.`, pairs, '#text');
  } else
    pairs.push({
      key: safe(key),
      content: text,
      ...(node.dependency !== NO_DEPENDENCY && { dependency: node.dependency }),
    });
}

/** `<Data Name="X">` and `<ComplexData Name="X">` are called X; a name that is itself a value cannot be one. */
function nameOf(element: Element): string {
  if (element.name !== 'Data' && element.name !== 'ComplexData') return element.name;
  return literal(element.attributes.find(({ name }) => name === 'Name')?.content) ?? element.name;
}

const literal = (content: readonly Node[] | undefined): string | undefined => {
  if (content === undefined) return undefined;
  let text = '';
  for (const node of content) {
    if (node.kind === 'text') text += node.text;
    else if (node.kind === 'value') text += textOf(node.value);
    else return undefined;
  }
  return text === '' ? undefined : text;
};

function attributesOf(element: Element, prefix: string, pairs: Pair[]): void {
  const named = nameOf(element) !== element.name;
  for (const { name, content } of element.attributes)
    if (!name.startsWith('xmlns') && !(named && name === 'Name'))
      pairs.push({ key: safe(prefix + name), content });
}

const safe = (key: string): string => (key.startsWith(SYSTEM_PREFIX) ? `EventData.${key}` : key);

/** The value of content without slots: a single value as it is, several joined as text, nothing as null. */
export function valueOf(content: readonly Node[]): FieldValue {
  const [first] = content;
  if (first === undefined) return null;
  if (content.length === 1) return first.kind === 'value' ? first.value : nodeText(first);
  return content.map(nodeText).join('');
}

const nodeText = (node: Node): string =>
  node.kind === 'text' ? node.text : node.kind === 'value' ? textOf(node.value) : '';

/** A value as text inside other text. */
export function textOf(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return (value as readonly FieldValue[]).map(textOf).join(', ');
  return Object.entries(value)
    .map(([key, inner]) => `${key}=${textOf(inner)}`)
    .join(', ');
}

/**
 * Values of fields of the same name become one list, as XML readers see repeated elements; absent ones are not
 * among them.
 */
export function joinValues(values: readonly (FieldValue | undefined)[]): FieldValue | undefined {
  const all: FieldValue[] = [];
  for (const value of values) {
    if (Array.isArray(value)) for (const each of value as readonly FieldValue[]) all.push(each);
    else if (value !== undefined) all.push(value);
  }
  return all.length > 1 ? all : all[0];
}

/** Binary XML inside a value, as an object of its fields; text alone is text. */
export function nestedValue(nodes: readonly Node[]): FieldValue {
  if (nodes.every((node) => node.kind !== 'element')) return valueOf(nodes);
  const pairs: Pair[] = [];
  for (const node of nodes) part(node, '', pairs, '#text');
  const grouped = new Map<string, FieldValue[]>();
  for (const { key, content } of pairs) {
    const known = grouped.get(key);
    if (known === undefined) grouped.set(key, [valueOf(content)]);
    else known.push(valueOf(content));
  }
  return Object.fromEntries([...grouped].map(([key, values]) => [key, joinValues(values) ?? null]));
}
