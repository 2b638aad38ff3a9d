import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { FailureError } from '#shared/model/result.ts';
import type { OpBody } from '#shared/work/op.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { reportNode, sameDocument } from './document-json.ts';

/** A pause in typing after which what was typed becomes an act of its own, to be undone as one. */
const PAUSE_MS = 1_500;

type WritingWork = Pick<Work, 'actAll' | 'log' | 'info'> & {
  readonly drafts: Pick<Work['drafts'], 'read' | 'write' | 'clear'>;
};

export interface WritingOptions {
  readonly work: WritingWork;
  readonly report: ReportId;
  readonly section: SectionId;
}

export const draftKey = (report: ReportId, section: SectionId): string =>
  `section ${report} ${section}`;

/**
 * What is typed in one section: kept as a draft at once, made an operation at a pause. The draft is let go only when
 * the operation is saved, so that at no moment the text is in neither.
 */
export class SectionWriting {
  private typedNow: ReportNode | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: WritingOptions) {
    this.typedNow = this.draft();
  }

  /** Makes an operation of what an earlier run could not: it was killed, or the case was open for reading only. */
  resume(): void {
    if (this.options.work.info.readOnly === undefined) this.commit();
  }

  /** What the section says: what was typed last, or else what the log has. */
  get content(): ReportNode | undefined {
    return this.typedNow ?? this.section?.content;
  }

  /** True while something was typed that is not an operation. */
  get isOpen(): boolean {
    return this.typedNow !== undefined;
  }

  typed(content: ReportNode): void {
    this.typedNow = content;
    this.options.work.drafts.write(this.key, content);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), PAUSE_MS);
  }

  /** Makes an operation of what was typed, of one act with `also`; it is in the log when this returns. */
  commit(also: readonly OpBody[] = []): void {
    clearTimeout(this.timer);
    const content = this.typedNow;
    const { section } = this;
    // A section that was removed meanwhile keeps its draft: it is there again if the removal is undone.
    if (content === undefined || section === undefined) return;
    this.typedNow = undefined;
    if (sameDocument(content, section.content)) {
      this.options.work.drafts.clear(this.key);
      return;
    }
    void this.save({ ...section, content: reportNode(content) }, content, also);
  }

  private get key(): string {
    return draftKey(this.options.report, this.options.section);
  }

  private get section(): ReportSection | undefined {
    const { work, report, section } = this.options;
    return work.log.state.reports.get(report)?.sections.get(section);
  }

  private draft(): ReportNode | undefined {
    const value = this.options.work.drafts.read(this.key)?.value;
    return isNode(value) ? value : undefined;
  }

  private async save(
    section: ReportSection,
    typed: ReportNode,
    also: readonly OpBody[],
  ): Promise<void> {
    const { work, report } = this.options;
    const saved = await work.actAll([{ kind: 'report.section', report, section }, ...also]);
    if (!saved.ok) {
      notifyFailure('What you wrote is kept as a draft only.', new FailureError(saved.failure));
      return;
    }
    const draft = this.draft();
    if (this.typedNow === undefined && draft !== undefined && sameDocument(draft, typed)) {
      work.drafts.clear(this.key);
    }
  }
}

/** Drafts are this program's own, but of any version of it. */
const isNode = (value: unknown): value is ReportNode =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
