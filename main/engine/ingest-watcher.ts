import type { FileProgress, IngestedFile } from '#shared/ipc/evidence.ts';
import type { IntakeWatcher } from '../evidence/intake-parts.ts';
import type { SealedEvidence } from '../evidence/sealed-evidence.ts';
import type { Job } from './jobs.ts';
import type { ParseWatcher } from './parse-evidence.ts';
import type { Session } from './session.ts';

const PHASE_AT_END: Readonly<Record<string, FileProgress['phase']>> = {
  cancelled: 'cancelled',
  partial: 'cancelled',
  failed: 'failed',
  refused: 'failed',
};

/**
 * Tells how an intake goes. A byte is half done when it is hashed and sealed, and done when it is read for events, so
 * that the total is the size of what was given.
 */
export class IngestWatcher implements IntakeWatcher, ParseWatcher {
  private bytesTotal = 0;
  /** Sealed and read bytes together. */
  private passed = 0;
  private eventsDone = 0;
  /** By path: bytes of the phase at hand that are in `passed`, and the events that are in `eventsDone`. */
  private readonly counted = new Map<string, { sealed: number; parsed: number; events: number }>();

  constructor(
    private readonly job: Job,
    private readonly session: Session,
  ) {}

  get events(): number {
    return this.eventsDone;
  }

  found(_files: number, bytes: number): void {
    this.bytesTotal = bytes;
    this.report();
  }

  reading(path: string, size: number): void {
    this.update(path, { phase: 'hashing', bytesDone: 0, bytesTotal: size });
  }

  read(path: string, bytes: number): void {
    const count = this.count(path);
    this.passed += bytes;
    count.sealed += bytes;
    this.update(path, { bytesDone: count.sealed });
  }

  sealed(file: SealedEvidence): void {
    const count = this.count(file.originalPath);
    // A member's size is known only now.
    if (file.originalPath.includes('!')) this.bytesTotal += file.size;
    this.passed += file.size - count.sealed;
    count.sealed = file.size;
    this.update(file.originalPath, {
      evidence: file.index,
      phase: 'parsing',
      bytesDone: 0,
      bytesTotal: file.size,
    });
    this.session.tell.evidenceChanged([file.index]);
  }

  progress(file: SealedEvidence, bytes: number): void {
    const count = this.count(file.originalPath);
    this.passed += bytes - count.parsed;
    count.parsed = bytes;
    this.update(file.originalPath, { bytesDone: bytes });
  }

  stored(file: SealedEvidence, events: number): void {
    const count = this.count(file.originalPath);
    count.events += events;
    this.eventsDone += events;
    this.update(file.originalPath, { events: count.events });
    this.session.tellEvents();
  }

  issues(file: SealedEvidence, count: number): void {
    this.update(file.originalPath, { issues: count });
  }

  ended(file: IngestedFile): void {
    const count = this.count(file.path);
    this.passed += 2 * file.size - count.sealed - count.parsed;
    this.counted.delete(file.path);
    this.update(file.path, {
      phase: PHASE_AT_END[file.status] ?? 'done',
      bytesDone: file.size,
      bytesTotal: file.size,
      events: file.events,
      issues: file.issues,
    });
    const item = this.session.evidence.find(({ sha256 }) => sha256 === file.sha256);
    this.session.tell.evidenceChanged(item === undefined ? [] : [item.index]);
  }

  private count(path: string): { sealed: number; parsed: number; events: number } {
    const known = this.counted.get(path);
    if (known !== undefined) return known;
    const fresh = { sealed: 0, parsed: 0, events: 0 };
    this.counted.set(path, fresh);
    return fresh;
  }

  private update(path: string, change: Partial<Omit<FileProgress, 'path'>>): void {
    this.report({ path, ...change });
  }

  private report(file?: Parameters<Job['progress']>[0]['file']): void {
    this.job.progress({
      bytesDone: Math.min(this.passed / 2, this.bytesTotal),
      bytesTotal: this.bytesTotal,
      events: this.eventsDone,
      ...(file === undefined ? {} : { file }),
    });
  }
}
