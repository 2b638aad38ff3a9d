import type { Analyst } from '../model/case.ts';
import type { OpBody } from './op.ts';
import type { WorkState } from './work-state.ts';

/** What opening a case for writing has to add to its log: how the case is called, and who works on it now. */
export function openingActs(
  state: WorkState,
  { title, analyst }: { readonly title: string; readonly analyst: Analyst },
): readonly OpBody[] {
  const known = state.analysts.get(analyst.id);
  const identified = known?.name === analyst.name && known.publicKey === analyst.publicKey;
  return [
    ...(state.title === undefined ? [{ kind: 'case.create', title } as const] : []),
    ...(identified ? [] : [{ kind: 'analyst.identify', analyst } as const]),
  ];
}
