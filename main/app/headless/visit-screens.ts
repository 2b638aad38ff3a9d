import type { AccessibleNode } from './accessible-node.ts';
import type { HeadlessContext } from './context.ts';
import type { PageDriver } from './page-driver.ts';

/** Shows every screen of the window and keeps a picture of each; returns how many there are. */
export async function visitScreens(driver: PageDriver, context: HeadlessContext): Promise<number> {
  const names = buttonsOf(await driver.tree(), 'Screens');
  for (const [n, name] of names.entries()) {
    await driver.click({ role: 'button', name });
    await driver.rest();
    await context.screenshot(`${String(n + 1).padStart(2, '0')}-${name.toLowerCase()}`);
  }
  return names.length;
}

/** Names of the buttons inside a navigation, in their order. */
function buttonsOf(nodes: readonly AccessibleNode[], navigation: string): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isInside = (node: AccessibleNode): boolean => {
    const parent = node.parent === undefined ? undefined : byId.get(node.parent);
    if (parent === undefined) return false;
    return (parent.role === 'navigation' && parent.name === navigation) || isInside(parent);
  };
  return nodes
    .filter((node) => node.role === 'button' && !node.disabled && isInside(node))
    .map(({ name }) => name);
}
