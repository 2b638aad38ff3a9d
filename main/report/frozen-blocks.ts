import type { RecordId } from '#shared/model/ids.ts';
import { printedName } from '#shared/report/cited-entity.ts';
import { readFrozen, sameShown, thawed } from '#shared/report/content/frozen.ts';
import type { Target } from '#shared/report/content/inline.ts';
import type { Named } from '#shared/report/content/map-blocks.ts';
import { pointersIn } from '#shared/report/document-parts.ts';
import type { NumberedSection } from '#shared/report/numbering.ts';
import { recordOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { liveContent } from './content/live-content.ts';
import {
  boardAnchor,
  entityAnchor,
  eventAnchor,
  evidenceAnchor,
  findingAnchor,
} from './content/references.ts';
import type { FrozenBlock, FrozenBlocks, ReportModel } from './model.ts';

/** What frozen blocks of these sections hold, as it was kept. */
export function frozenIn(sections: readonly NumberedSection[], work: WorkState): FrozenBlocks {
  const found = new Map<RecordId, FrozenBlock>();
  for (const { section } of sections) {
    for (const pointer of pointersIn(section.content)) {
      if (pointer.kind !== 'live' || pointer.frozen === undefined) continue;
      const record = recordOf(work, 'frozen', pointer.frozen);
      if (record === undefined) continue;
      const read = readFrozen(record.content);
      if (read.ok) found.set(record.id, { at: record.at, blocks: read.value, stale: false });
    }
  }
  return found;
}

/**
 * The same as they are printed: numbered as everything else is now, and marked where the case says something else.
 * @param live the model with the events that the blocks would cite if they were live
 */
export function thawedIn(
  sections: readonly NumberedSection[],
  { frozen, ...model }: ReportModel,
  live: ReportModel,
): FrozenBlocks {
  const printed = new Map<RecordId, FrozenBlock>();
  for (const { section } of sections) {
    for (const pointer of pointersIn(section.content)) {
      if (pointer.kind !== 'live' || pointer.frozen === undefined) continue;
      const kept = frozen.get(pointer.frozen);
      if (kept === undefined) continue;
      printed.set(pointer.frozen, {
        at: kept.at,
        blocks: thawed(kept.blocks, (target) => namedIn(model, target)),
        stale: !sameShown(liveContent(pointer.block, live), kept.blocks),
      });
    }
  }
  return printed;
}

function namedIn(model: Omit<ReportModel, 'frozen'>, target: Target): Named | undefined {
  const { events, findings, board, evidence } = model;
  const [kind, id] = target.split(' ');
  if (kind === 'event') {
    const label = events.list.find((one) => one.id === id)?.number;
    return label === undefined ? undefined : { label, anchor: eventAnchor(label) };
  }
  if (kind === 'finding') {
    const label = findings.find(({ finding }) => finding.id === id)?.number;
    return label === undefined ? undefined : { label, anchor: findingAnchor(label) };
  }
  if (kind === 'board') {
    const label = board.items.find(({ item }) => item.id === id)?.number;
    return label === undefined ? undefined : { label, anchor: boardAnchor(label) };
  }
  if (kind === 'entity') {
    const record = recordOf(model.work, 'entity', id as RecordId);
    if (record === undefined) return undefined;
    return { label: printedName(record), anchor: entityAnchor(model, record.id) };
  }
  const file = evidence.find(({ sha256 }) => sha256 === id);
  return file === undefined ? undefined : { label: file.name, anchor: evidenceAnchor(file.index) };
}
