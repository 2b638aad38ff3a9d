import fc from 'fast-check';
import type { Value, XmlContent, XmlElement } from '#main/parse/evtx-writer/value.ts';
import { anyValue, type Known } from './arbitrary-value.ts';

/** Elements inside a value: each holds one value, or elements written in line or behind a template of their own. */
export interface Tree {
  readonly name: string;
  readonly inside:
    | { readonly kind: 'value'; readonly known: Known }
    | {
        readonly kind: 'elements';
        readonly elements: readonly { readonly tree: Tree; readonly ownTemplate: boolean }[];
      };
}

const name = fc.stringMatching(/^[A-Z][a-zA-Z0-9]{0,8}$/).filter((each) => each !== 'Data');

export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    inside: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      anyValue.map((known) => ({ kind: 'value' as const, known })),
      fc
        .array(fc.record({ tree: tie('tree'), ownTemplate: fc.boolean() }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((elements) => ({ kind: 'elements' as const, elements })),
    ),
  }),
})).tree;

/** The tree as a value of a record. */
export function treeValue(tree: Tree): Value {
  const values: Value[] = [];
  const root = element(tree, values);
  return { fragment: { kind: 'template', root, values } };
}

function element({ name: own, inside }: Tree, values: Value[]): XmlElement {
  if (inside.kind === 'value') {
    values.push(inside.known.value);
    return { name: own, children: [slot(values.length - 1, inside.known.value.type)] };
  }
  return {
    name: own,
    children: inside.elements.map(({ tree, ownTemplate }) => {
      if (!ownTemplate) return element(tree, values);
      values.push(treeValue(tree));
      return slot(values.length - 1, 0x21);
    }),
  };
}

const slot = (n: number, type: number): XmlContent => ({ slot: n, type });

/** What reading the tree gives: an object of the values by the path of their elements below the root. */
export function flatTree(tree: Tree): { readonly [path: string]: unknown } {
  const lists = new Map<string, unknown[]>();
  const visit = ({ name: own, inside }: Tree, prefix: string): void => {
    const path = prefix + own;
    if (inside.kind === 'elements') {
      for (const each of inside.elements) visit(each.tree, `${path}.`);
      return;
    }
    const { read } = inside.known;
    const items: readonly unknown[] = Array.isArray(read) ? read : [read];
    lists.set(path, [...(lists.get(path) ?? []), ...items]);
  };
  visit(tree, '');
  return Object.fromEntries(
    [...lists].map(([path, items]) => [path, items.length > 1 ? items : items[0]]),
  );
}
