import type { FileProgress } from '#shared/ipc/evidence.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { Sha256 } from '#shared/model/ids.ts';

/** A line of the list: a file of the case, or one on its way in that has no number yet. */
export type EvidenceRow =
  | {
      readonly kind: 'file';
      readonly item: EvidenceItem;
      /** 1 for files, 2 for members of a container, and so on. */
      readonly level: number;
      /** Members; undefined for what is no container. */
      readonly members: number | undefined;
      readonly expanded: boolean;
      readonly progress: FileProgress | undefined;
    }
  | { readonly kind: 'coming'; readonly progress: FileProgress };

export type EvidenceFilter = 'all' | 'attention';

/** Something about the file wants a look: it was not read to the end, not understood, or issues were met. */
export const wantsAttention = (item: EvidenceItem): boolean =>
  item.state === 'failed' ||
  item.state === 'partial' ||
  item.state === 'refused' ||
  item.state === 'unparsed' ||
  item.verified?.intact === false ||
  (item.coverage?.issues ?? 0) > 0 ||
  (item.coverage?.bytes.unexplained ?? 0) > 0;

/** The list as shown: members under their containers, unless those are collapsed. */
export function evidenceRows(
  items: readonly EvidenceItem[],
  progress: readonly FileProgress[],
  options: { readonly filter: EvidenceFilter; readonly collapsed: ReadonlySet<string> },
): readonly EvidenceRow[] {
  const running = new Map(
    progress.flatMap((file) => (file.evidence === undefined ? [] : [[file.evidence, file]])),
  );
  const wanted = (item: EvidenceItem): boolean => options.filter === 'all' || wantsAttention(item);
  const present = new Set<Sha256>(items.map(({ sha256 }) => sha256));
  const membersOf = new Map<Sha256, EvidenceItem[]>();
  for (const item of items) {
    if (item.parent === undefined) continue;
    membersOf.set(item.parent, [...(membersOf.get(item.parent) ?? []), item]);
  }

  const rows: EvidenceRow[] = [];
  const add = (item: EvidenceItem, level: number): void => {
    const members = (membersOf.get(item.sha256) ?? []).filter(
      (member) => member.index !== item.index,
    );
    const below = members.filter((member) => wanted(member) || hasWanted(member));
    if (!wanted(item) && below.length === 0) return;
    const expanded = !options.collapsed.has(item.sha256);
    rows.push({
      kind: 'file',
      item,
      level,
      members: item.state === 'container' || members.length > 0 ? members.length : undefined,
      expanded,
      progress: running.get(item.index),
    });
    if (expanded) for (const member of below) add(member, level + 1);
  };
  const hasWanted = (item: EvidenceItem): boolean =>
    (membersOf.get(item.sha256) ?? []).some(
      (member) => member.index !== item.index && (wanted(member) || hasWanted(member)),
    );

  for (const item of items) {
    if (item.parent === undefined || !present.has(item.parent)) add(item, 1);
  }
  const coming = progress.filter(({ evidence }) => evidence === undefined);
  return [...rows, ...coming.map((file): EvidenceRow => ({ kind: 'coming', progress: file }))];
}
