import { rm } from 'node:fs/promises';
import type { Custody } from '#shared/model/evidence.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { evidenceList } from './evidence-list.ts';
import type { Digests } from './hasher.ts';
import type { IntakeParts } from './intake-parts.ts';
import type { IntakeRecord } from './intake-record.ts';
import { moveToVault, verifyCopy } from './seal.ts';
import type { Origin, Sealed } from './sealed-evidence.ts';

/** Bytes that were read once: hashed and, unless they stay where they are, copied. */
export interface ReadBytes {
  readonly origin: Origin;
  readonly digests: Digests;
  /** The copy among the incoming ones. */
  readonly copy: string | undefined;
  /** When reading began, ms. */
  readonly started: number;
  readonly damage?: string;
}

/** Makes evidence of bytes that were read: verifies the copy, puts it into the vault, records it. */
export class Sealer {
  private readonly known: Map<Sha256, EvidenceIndex>;
  private nextIndex: number;

  constructor(
    private readonly parts: IntakeParts,
    private readonly record: IntakeRecord,
    private readonly signal: AbortSignal,
  ) {
    const items = evidenceList(parts.ledger.records);
    this.known = new Map(items.map((item) => [item.sha256, item.index]));
    this.nextIndex = items.length;
  }

  /** Undefined when it was not sealed: the content is known, or the copy is not what was read. */
  async seal(bytes: ReadBytes): Promise<Sealed | undefined> {
    const { origin, digests, copy, started, damage } = bytes;
    const { layout, hasher, clock } = this.parts;
    const duplicate = this.known.get(digests.sha256);
    if (duplicate !== undefined) {
      if (copy !== undefined) await rm(copy, { force: true });
      await this.record.duplicate(origin, digests, duplicate);
      return undefined;
    }
    let path = origin.originalPath;
    if (copy !== undefined) {
      if (!(await verifyCopy(hasher, { path: copy, digests }, this.signal))) {
        await rm(copy, { force: true });
        await this.record.refused(
          origin,
          'copy-differs',
          'its copy in the case does not read back as it was written; check the disk',
          digests.bytes,
        );
        return undefined;
      }
      path = await moveToVault(layout, { path: copy, digests });
    }
    const index = this.nextIndex as EvidenceIndex;
    const custody: Custody = copy === undefined ? 'reference' : 'copy';
    const but = damage === undefined ? {} : { damage };
    const seconds = (clock() - started) / 1000;
    await this.record.sealed(origin, digests, { index, custody, ...but, seconds });
    this.nextIndex++;
    this.known.set(digests.sha256, index);
    const { name, originalPath, modifiedAt } = origin;
    const { sha256, bytes: size } = digests;
    return {
      file: { index, sha256, path, name, originalPath, size, modifiedAt },
      origin,
      digests,
      ...but,
    };
  }
}
