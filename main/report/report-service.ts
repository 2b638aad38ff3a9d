import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CitationState, ExportedReport, Metric } from '#shared/ipc/report.ts';
import type { Value } from '#shared/ipc/engine-api.ts';
import { RECORD_BLOCKS, type LiveBlock } from '#shared/model/report.ts';
import { LIVE_KINDS } from '#shared/report/schema.ts';
import { pointersIn } from '#shared/report/document-parts.ts';
import { RECORD_CONTENT } from './content/records/record-content.ts';
import type { ReportId, Sha256 } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { replaceFile } from '../casefile/durable-file.ts';
import { ioFailure } from '../casefile/io-failure.ts';
import type { LedgerDraft } from '../casefile/ledger-entries.ts';
import type { Signer } from '../casefile/signing-key.ts';
import { citationStates } from './citation-states.ts';
import { freeze } from './freeze.ts';
import { releaseState } from './release.ts';
import { computeMetrics, gatherReport } from './gather.ts';
import { LARGEST_TEMPLATE } from './docx/check-template.ts';
import { fillTemplate } from './docx/fill-template.ts';
import { reportDocx } from './docx/report-docx.ts';
import { type PrintableReport, reportHtml } from './html/report-html.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { outgoing, type OutgoingReport } from './outgoing.ts';
import type { CitationProver } from './proof/citation-proof.ts';
import { makePack } from './proof/make-pack.ts';
import { PACK_SUFFIX, packText } from './proof/proof-pack.ts';
import type { ReportSources } from './sources.ts';

/** What a report needs of the open case; the engine gives it. */
export interface ReportHost {
  readonly signer: Signer;
  /** Everything the case holds, as of this call. */
  sources(): Promise<ReportSources>;
  /** Proves citations from the sealed evidence as the ledger describes it now. */
  prover(): CitationProver;
  /** Appends to the custody ledger; answers once it is on disk. */
  record(draft: LedgerDraft): Promise<Result<unknown>>;
}

type Page = 'A4' | 'Letter';

/** The report calls of the engine's contract, for one open case. */
export class ReportService {
  /** What was last given out to be printed: a PDF is sealed as what it was printed from, not as what came after. */
  private readonly printed = new Map<ReportId, OutgoingReport>();

  constructor(private readonly host: ReportHost) {}

  async citations(ids: readonly string[]): Promise<readonly CitationState[]> {
    return citationStates(ids, await this.host.sources());
  }

  /** What the report's blocks of records print now, by their kind. */
  async records(report: ReportId): Promise<Result<Value<'report.records'>>> {
    const gathered = await gatherReport(report, await this.host.sources());
    if (!gathered.ok) return gathered;
    const { sections } = gathered.value;
    const shown = sections.flatMap(({ section }) => [...pointersIn(section.content)]);
    const kinds = RECORD_BLOCKS.filter((kind) =>
      shown.some((pointer) => pointer.kind === 'live' && pointer.block.kind === kind),
    );
    return ok(kinds.map((kind) => ({ kind, blocks: RECORD_CONTENT[kind](gathered.value) })));
  }

  async release(report: ReportId): Promise<Result<Value<'report.release'>>> {
    const gathered = await gatherReport(report, await this.host.sources());
    return gathered.ok ? ok(releaseState(gathered.value)) : gathered;
  }

  async freeze(
    report: ReportId,
    blocks: readonly LiveBlock[],
  ): Promise<Result<Value<'report.freeze'>>> {
    const unknown = blocks.find(({ kind }) => !LIVE_KINDS.includes(kind));
    if (unknown !== undefined) {
      return fail('invalid-argument', `There is no live block “${unknown.kind}”.`);
    }
    const sources = await this.host.sources();
    const contents = await freeze(report, blocks, sources);
    if (!contents.ok) return contents;
    return ok({ at: BigInt(Date.parse(sources.now)) * 1_000_000n, contents: contents.value });
  }

  async frozen(report: ReportId): Promise<Result<Value<'report.frozen'>>> {
    const gathered = await gatherReport(report, await this.host.sources());
    if (!gathered.ok) return gathered;
    return ok([...gathered.value.frozen].map(([record, { stale }]) => ({ record, stale })));
  }

  async metrics(): Promise<readonly Metric[]> {
    return computeMetrics(await this.host.sources());
  }

  async html(report: ReportId, page: Page): Promise<Result<PrintableReport>> {
    const gathered = await gatherReport(report, await this.host.sources());
    if (!gathered.ok) return gathered;
    const going = outgoing(gathered.value);
    this.printed.set(report, going);
    return ok(reportHtml(going, page));
  }

  /** Writes Word, HTML or Markdown with its proof pack beside it; once it is being written, it is not cancelled. */
  async export(
    request: {
      report: ReportId;
      format: 'docx' | 'html' | 'md';
      path: string;
      page: Page;
      wordTemplate?: string;
    },
    signal?: AbortSignal,
  ): Promise<Result<ExportedReport>> {
    const { report, format, path, page, wordTemplate } = request;
    const gathered = await gatherReport(report, await this.host.sources());
    if (!gathered.ok) return gathered;
    const going = outgoing(gathered.value);
    const content =
      wordTemplate === undefined || format !== 'docx'
        ? ok(await written(going, format, page))
        : await filled(wordTemplate, going);
    if (!content.ok) return content;
    if (signal?.aborted === true) return fail('cancelled', 'The export was cancelled.', path);
    try {
      await replaceFile(path, content.value);
    } catch (error) {
      return { ok: false, failure: ioFailure(error, 'The report cannot be written', path) };
    }
    return this.sealModel(going, path);
  }

  /** After the PDF was printed to `path`: its proof pack, and the entry in the ledger. */
  async seal(report: ReportId, path: string): Promise<Result<ExportedReport>> {
    const printed = this.printed.get(report);
    if (printed !== undefined) return this.sealModel(printed, path);
    const gathered = await gatherReport(report, await this.host.sources());
    return gathered.ok ? this.sealModel(outgoing(gathered.value), path) : gathered;
  }

  private async sealModel(going: OutgoingReport, path: string): Promise<Result<ExportedReport>> {
    const packPath = `${path}${PACK_SUFFIX}`;
    try {
      const file = await measure(path);
      const named = { ...file, name: basename(path) };
      const redacted = going.model.redactor.redactions.length > 0;
      const key = redacted ? (randomBytes(32).toString('hex') as Sha256) : undefined;
      const pack = await makePack(going, [named], this.host.prover(), this.host.signer, key);
      const text = packText(pack);
      await replaceFile(packPath, text);
      const citations = {
        total: pack.citations.length + pack.unresolved.length,
        resolved: pack.citations.length,
      };
      const packSha256 = createHash('sha256').update(text).digest('hex') as Sha256;
      const recorded = await this.host.record({
        kind: 'report-sealed',
        body: {
          report: going.model.id,
          path,
          sha256: file.sha256,
          pack: packPath,
          packSha256,
          ...(key !== undefined && { packKey: key }),
          citations,
          tool: going.model.tool,
        },
      });
      if (!recorded.ok) return recorded;
      return ok({ path, pack: packPath, sha256: file.sha256, citations });
    } catch (error) {
      return { ok: false, failure: ioFailure(error, 'The report cannot be sealed', path) };
    }
  }
}

async function measure(path: string): Promise<{ size: number; sha256: Sha256 }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  return { size, sha256: hash.digest('hex') as Sha256 };
}

async function filled(path: string, going: OutgoingReport): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_TEMPLATE) {
      return fail('too-large', 'The Word template is larger than 50 MiB.', path);
    }
    return await fillTemplate(await readFile(path), going);
  } catch (error) {
    return { ok: false, failure: ioFailure(error, 'The Word template cannot be read', path) };
  }
}

function written(
  going: OutgoingReport,
  format: 'docx' | 'html' | 'md',
  page: Page,
): string | Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return reportDocx(going, page);
    case 'html':
      return reportHtml(going, page).html;
    case 'md':
      return reportMarkdown(going);
  }
}
