import { z } from 'zod';

/** A node of the accessibility tree as the DevTools protocol gives it (Accessibility.AXNode), as far as it is used. */
const axNode = z.object({
  nodeId: z.string(),
  parentId: z.string().optional(),
  ignored: z.boolean(),
  role: z.object({ value: z.unknown() }).optional(),
  name: z.object({ value: z.unknown().optional() }).optional(),
  value: z.object({ value: z.unknown() }).optional(),
  properties: z
    .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
    .optional(),
  backendDOMNodeId: z.number().optional(),
});
const tree = z.object({ nodes: z.array(axNode) });

/** What a person with a screen reader would be told of one thing on the page. */
export interface AccessibleNode {
  readonly id: string;
  readonly parent: string | undefined;
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean;
  /** For DOM commands; absent for text that has no element of its own. */
  readonly element: number | undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The answer of `Accessibility.getFullAXTree`: what is not hidden, in the order of the page. */
export function readTree(answer: unknown): readonly AccessibleNode[] {
  const { nodes } = tree.parse(answer);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** The nearest ancestor that is told of. */
  const parentOf = ({ parentId }: (typeof nodes)[number]): string | undefined => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent?.ignored === true ? parentOf(parent) : parent?.nodeId;
  };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      id: node.nodeId,
      parent: parentOf(node),
      role: textOf(node.role?.value),
      name: textOf(node.name?.value),
      value: textOf(node.value?.value),
      disabled: isOn(node.properties, 'disabled'),
      element: node.backendDOMNodeId,
    }));
}

const isOn = (properties: z.infer<typeof axNode>['properties'], name: string): boolean =>
  properties?.some((one) => one.name === name && one.value.value === true) === true;
