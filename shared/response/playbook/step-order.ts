interface Waiting {
  readonly id: string;
  readonly after: readonly string[];
}

/** Ids of steps that wait for each other in a circle, in the order of their waiting; undefined when there is none. */
export function circleIn(steps: readonly Waiting[]): readonly string[] | undefined {
  const after = new Map(steps.map((step) => [step.id, step.after]));
  const settled = new Set<string>();
  for (const { id } of steps) {
    const found = walk(id, after, settled);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Depth first without recursion: a chain may be as long as there are steps. */
function walk(
  start: string,
  after: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>,
): readonly string[] | undefined {
  const way: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
  const onWay = new Set([start]);
  for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
    const next = settled.has(top.id) ? undefined : after.get(top.id)?.[top.next++];
    if (next === undefined) {
      settled.add(top.id);
      onWay.delete(top.id);
      way.pop();
    } else if (onWay.has(next)) {
      return way.slice(way.findIndex(({ id }) => id === next)).map(({ id }) => id);
    } else if (!settled.has(next)) {
      onWay.add(next);
      way.push({ id: next, next: 0 });
    }
  }
  return undefined;
}
