import type { FieldValue } from '#shared/model/event.ts';
import { NO_DEPENDENCY, type Node } from './binary-xml/node.ts';
import { flatten, joinValues, nestedValue } from './event-data.ts';

/** Fields gathered one by one, for records that no single template describes. Repeated names become lists. */
export class FieldList {
  readonly #fields = new Map<string, (FieldValue | undefined)[]>();

  add(key: string, value: FieldValue | undefined): void {
    const known = this.#fields.get(key);
    if (known === undefined) this.#fields.set(key, [value]);
    else known.push(value);
  }

  /** Adds the fields of elements found in place of a slot of the element `under`. */
  addNodes(nodes: readonly Node[], under: string): void {
    if (under === 'EventData' || under === 'UserData') {
      this.#addElement({
        kind: 'element',
        name: under,
        dependency: NO_DEPENDENCY,
        attributes: [],
        children: nodes,
      });
      return;
    }
    for (const node of nodes) if (node.kind === 'element') this.#addElement(node);
  }

  #addElement(element: Parameters<typeof flatten>[0]): void {
    for (const { key, content } of flatten(element)) this.add(key, nestedValue(content));
  }

  get keys(): readonly string[] {
    return [...this.#fields.keys()];
  }

  get values(): (FieldValue | undefined)[] {
    return Array.from(this.#fields.values(), joinValues);
  }
}
