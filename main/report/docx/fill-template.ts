import { type IPatch, patchDetector, patchDocument, PatchType, TextRun } from 'docx';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { Block } from '#shared/report/content/block.ts';
import { liveBlockOf } from '#shared/report/document-parts.ts';
import { visibleText } from '#shared/report/markup.ts';
import { redactBlocks } from '#shared/report/redaction/redact-blocks.ts';
import { anchorsIn, type Chapter } from '../chapters.ts';
import { kindOf, markingOf, redactedText, statusText } from '../html/front-matter.ts';
import type { OutgoingReport } from '../outgoing.ts';
import { sectionContent } from '../content/section-content.ts';
import type { ReportModel } from '../model.ts';
import { checkTemplate } from './check-template.ts';
import { docxBlocks, docxHeading, picturesIn, type Writing } from './docx-blocks.ts';
import { NUMBERING } from './docx-styles.ts';

/** Twips of the text on A4 with margins of 2.5 cm, which Word's own templates have. */
const WIDTH = 9_070;

/**
 * A Word template of the user's own, filled from the case (docs/format/word-template.md): `{{title}}` and the like become text in
 * the style they stand in, `{{report}}`, `{{section NAME}}` and `{{block KIND}}` what the
 * report has there. Everything else of it stays.
 */
export async function fillTemplate(
  template: Uint8Array,
  going: OutgoingReport,
): Promise<Result<Uint8Array>> {
  const checked = await checkTemplate(template);
  if (!checked.ok) return checked;
  const data = Buffer.from(template);
  const wanted = await patchDetector({ data, trimPlaceholders: true });
  if (wanted.length === 0) {
    return fail(
      'invalid-argument',
      'The Word template has no placeholder, such as {{title}} or {{report}}.',
    );
  }
  const writing = await writingOf(going.chapters, checked.value);
  const fields = fieldsOf(going);
  const patches: Record<string, IPatch> = {};
  for (const name of wanted) {
    const patch = patchFor(name, going, fields, writing);
    if (patch === undefined) {
      const known = [...fields.keys(), 'report', 'section NAME', 'block KIND'].join(', ');
      return fail(
        'invalid-argument',
        `The Word template asks for {{${name.slice(0, 80)}}}; this report has: ${known}.`,
      );
    }
    patches[name] = patch;
  }
  const { header, case: of } = going.model;
  const filled = await patchDocument({
    outputType: 'nodebuffer',
    data,
    patches,
    recursive: true,
    trimPlaceholders: true,
    keepOriginalStyles: true,
    numbering: NUMBERING,
    properties: {
      title: plain(header.title),
      subject: plain(kindOf(header)),
      creator: plain(going.model.analyst.name),
      description: plain(of.title),
    },
  });
  return ok(filled);
}

const plain = (text: string): string => visibleText(text).replaceAll('\n', ' ');

/** What can stand in a line of the template. */
function fieldsOf({ model, tally }: OutgoingReport): ReadonlyMap<string, string> {
  const { header, analyst, madeAt, heads, tool, events, evidence } = model;
  return new Map([
    ['title', header.title],
    ['subtitle', header.subtitle ?? ''],
    ['kind', kindOf(header)],
    ['classification', markingOf(header)],
    ['organisation', header.organisation ?? ''],
    ['status', statusText(header)],
    ['case', model.case.title],
    ['case id', model.case.id],
    ['analyst', analyst.name],
    ['made', `${madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['tool', tool],
    ['evidence', String(evidence.length)],
    ['citations', String(events.list.length)],
    ['ledger', heads.ledger.hash],
    ['work log', heads.work.hash],
    ['redacted', tally.size === 0 ? 'nothing' : redactedText(tally)],
  ]);
}

async function writingOf(
  chapters: readonly Chapter[],
  styles: ReadonlySet<string>,
): Promise<Writing> {
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  let lists = 0;
  return {
    anchors: new Set([...chapters.map(({ anchor }) => anchor), ...anchorsIn(blocks)]),
    width: WIDTH,
    pictures: new Map(await picturesIn(blocks)),
    nextList: () => ++lists,
    has: (style) => styles.has(style),
  };
}

function patchFor(
  name: string,
  { chapters, model }: OutgoingReport,
  fields: ReadonlyMap<string, string>,
  writing: Writing,
): IPatch | undefined {
  const field = fields.get(name);
  if (field !== undefined) {
    return { type: PatchType.PARAGRAPH, children: [new TextRun(plain(field))] };
  }
  if (name === 'report') {
    const children = chapters.flatMap(({ level, number, anchor, title, blocks }) => [
      docxHeading(
        {
          kind: 'heading',
          level,
          number,
          anchor,
          text: [{ kind: 'text', text: title, marks: [] }],
        },
        writing,
      ),
      ...docxBlocks(blocks, writing),
    ]);
    return { type: PatchType.DOCUMENT, children };
  }
  const [, what, which = ''] = /^(section|block) (.+)$/.exec(name) ?? [];
  const blocks =
    what === 'block'
      ? liveBlocks(which.toLowerCase(), model)
      : chapters.find(({ title }) => title.toLowerCase() === which.toLowerCase())?.blocks;
  return blocks === undefined
    ? undefined
    : { type: PatchType.DOCUMENT, children: [...docxBlocks(blocks, writing)] };
}

/** What the first live block of a kind shows in the report, without the text around it. */
function liveBlocks(kind: string, model: ReportModel): readonly Block[] | undefined {
  for (const { section } of model.sections) {
    const node = section.content.content?.find((one) => liveBlockOf(one)?.kind === kind);
    if (node === undefined) continue;
    const shown = sectionContent({ type: 'doc', content: [node] }, model);
    return redactBlocks(shown, model.redactor, new Map());
  }
  return undefined;
}
