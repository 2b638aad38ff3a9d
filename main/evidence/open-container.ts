import { randomUUID } from 'node:crypto';
import { rm, statfs } from 'node:fs/promises';
import type { Coverage } from '#shared/model/evidence.ts';
import type { ContainerEnd, ContainerKind, Member } from './containers/container.ts';
import { gzipMembers } from './containers/gzip.ts';
import { LimitError, LIMITS, Meter } from './containers/limits.ts';
import { zipMembers } from './containers/zip.ts';
import type { IntakeParts, IntakeWatcher } from './intake-parts.ts';
import type { IntakeRecord } from './intake-record.ts';
import { readBytes } from './read-bytes.ts';
import { hashAndCopy, incomingPath } from './seal.ts';
import type { Origin, Parsed, Sealed, SealedEvidence } from './sealed-evidence.ts';
import type { Sealer } from './sealer.ts';

export interface OpeningParts extends IntakeParts {
  readonly record: IntakeRecord;
  readonly sealer: Sealer;
  readonly watcher: IntakeWatcher;
  readonly signal: AbortSignal;
}

export interface Opening {
  readonly container: SealedEvidence;
  readonly kind: ContainerKind;
  /** Containers around it. */
  readonly depth: number;
  readonly outer: Meter | undefined;
  /** Members that have an outcome from before, by their number. */
  readonly settled: ReadonlySet<number>;
  /** Goes on with a sealed member, which may be a container itself; `meter` is this container's. */
  readonly goOn: (member: Sealed, meter: Meter) => Promise<void>;
}

const FORMATS = { zip: 'ZIP archive', gzip: 'gzip file' } as const;

/** Seals the members of a container as evidence of their own, under limits, and says what became of the container. */
export async function openContainer(parts: OpeningParts, opening: Opening): Promise<Parsed> {
  const { container, kind, depth, outer } = opening;
  const started = parts.clock();
  const limits = parts.limits ?? LIMITS;
  let outcome: { readonly members: number; readonly end: ContainerEnd };
  if (depth >= limits.depth) {
    const trouble = `archives are nested deeper than ${limits.depth}; this one was not opened`;
    outcome = { members: 0, end: { trouble } };
  } else {
    const { bavail, bsize } = await statfs(parts.layout.folder);
    outcome = await takeMembers(
      parts,
      opening,
      new Meter(limits, container.size, bavail * bsize, outer),
    );
  }
  const { trouble } = outcome.end;
  return {
    state: parts.signal.aborted ? 'partial' : 'container',
    format: FORMATS[kind],
    coverage: coverageOf(container.size, outcome.members, outcome.end),
    seconds: (parts.clock() - started) / 1000,
    ...(trouble === undefined ? {} : { explanation: trouble }),
  };
}

async function takeMembers(
  parts: OpeningParts,
  opening: Opening,
  meter: Meter,
): Promise<{ readonly members: number; readonly end: ContainerEnd }> {
  const { path, name } = opening.container;
  const walkIn = opening.kind === 'zip' ? zipMembers(path) : gzipMembers(path, name);
  let members = 0;
  try {
    for (;;) {
      if (parts.signal.aborted) {
        return { members, end: { trouble: 'cancelled; the members sealed before are kept' } };
      }
      const next: IteratorResult<Member, ContainerEnd> = await walkIn.next();
      if (next.done === true) return { members, end: next.value };
      meter.member();
      const number = members++;
      if (!opening.settled.has(number)) {
        await takeMember(parts, opening, next.value, number, meter);
      }
    }
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return { members, end: { trouble: `${error.message}; the members before are kept` } };
  } finally {
    await walkIn.return({});
  }
}

async function takeMember(
  parts: OpeningParts,
  { container, goOn }: Opening,
  member: Member,
  number: number,
  meter: Meter,
): Promise<void> {
  const { record, watcher, signal, hasher } = parts;
  const origin = originOf(container, member, number);
  if (member.kind === 'refused') return record.refused(origin, member.code, member.why);
  const started = parts.clock();
  const copy = incomingPath(parts.layout, randomUUID());
  watcher.reading(origin.originalPath, 0);
  let sealed: Sealed | undefined;
  try {
    sealed = await readBytes(record, { origin, copy }, async () => {
      const digests = await hashAndCopy(hasher, member.read, copy, {
        signal,
        read: (bytes) => {
          meter.add(bytes);
          watcher.read(origin.originalPath, bytes);
        },
      });
      const damage = member.damage();
      const but = damage === undefined ? {} : { damage };
      return parts.sealer.seal({ origin, digests, copy, started, ...but });
    });
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    await rm(copy, { force: true });
    await record.refused(origin, 'limit', error.message);
    throw error;
  }
  if (sealed !== undefined) await goOn(sealed, meter);
}

function originOf(container: SealedEvidence, member: Member, number: number): Origin {
  const written =
    member.kind === 'file' && !Number.isNaN(member.modifiedAt?.getTime() ?? Number.NaN)
      ? member.modifiedAt?.toISOString()
      : undefined;
  return {
    name: member.name.split(/[\\/]/).findLast((part) => part !== '') ?? member.name,
    originalPath: `${container.originalPath}!${member.name}`,
    parent: container.sha256,
    member: number,
    ...(written === undefined ? {} : { modifiedAt: written }),
  };
}

/** A container's own bytes: what its members came out of is parsed, what nothing could be made of is unexplained. */
function coverageOf(
  size: number,
  records: number,
  { trouble, unread, padding = 0 }: ContainerEnd,
): Coverage {
  const unexplained = Math.min(size, unread ?? (trouble === undefined ? 0 : size));
  const skipped = Math.min(size - unexplained, padding);
  return {
    bytes: { parsed: size - unexplained - skipped, skipped, unexplained },
    skippedBy: skipped === 0 ? {} : { padding: skipped },
    records,
    events: 0,
    recovered: 0,
    issues: trouble === undefined ? 0 : 1,
    fraction: size === 0 ? 1 : (size - unexplained) / size,
  };
}
