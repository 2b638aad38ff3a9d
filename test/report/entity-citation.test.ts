// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { RecordId, SectionId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { LiveBlock, ReportNode } from '#shared/model/report.ts';
import { entityId } from '#shared/entities/entity-key.ts';
import { untold } from '#shared/entities/untold.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { checkDocument } from '#shared/report/check-document.ts';
import { compareReports } from '#shared/report/compare.ts';
import { citationNode, citationOf, citedId, liveNode } from '#shared/report/document-parts.ts';
import { namingSections } from '#shared/report/naming-sections.ts';
import { reportFingerprint } from '#shared/report/fingerprint.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { fillTemplate } from '#main/report/docx/fill-template.ts';
import { reportDocx } from '#main/report/docx/report-docx.ts';
import { freeze } from '#main/report/freeze.ts';
import { gatherReport } from '#main/report/gather.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import { reportMarkdown } from '#main/report/markdown/report-markdown.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { releaseState } from '#main/report/release.ts';
import { templateOfSections } from '#main/report/templates/template-of-sections.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { Document as WordDocument, Packer, Paragraph } from 'docx';
import { partsOf, textOf } from './docx-parts.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { recordsBy } from './harbour-records.ts';
import { document, paragraph } from './harbour-sections.ts';

const entity = (kind: Entity['kind'], value: string, said: Partial<Entity> = {}): Entity => ({
  ...untold({ kind, value }),
  ...said,
});
const host = (value: string, said: Partial<Entity> = {}) => entity('host', value, said);
const cite = ({ id }: Pick<Entity, 'id'>): ReportNode =>
  citationNode({ kind: 'entity', entity: id });

const desk = host('FIN-WS07.corp.example');
const server = host('FILESRV');
const sentence = paragraph('The intruder moved from ', cite(desk), ' to ', cite(server), '.');

/** The made-up case with one section and these records alone. */
function caseOf(content: readonly ReportNode[], records: readonly CaseRecord[]): WorkState {
  const report = work.reports.get(REPORT);
  if (report === undefined) throw new Error('no report');
  const section = {
    id: 'only' as SectionId,
    rank: 'a0',
    level: 1,
    title: 'Summary',
    appendix: false,
    content: document(...content),
  } as const;
  const sections = new Map([[section.id, section]]);
  return {
    ...work,
    reports: new Map([[REPORT, { ...report, sections }]]),
    records: recordsBy(records),
  };
}

const going = async (state: WorkState) =>
  outgoing(valueOf(await gatherReport(REPORT, { ...harbourCase, work: state })));

const wordTemplate = (): Promise<Uint8Array> =>
  Packer.toBuffer(
    new WordDocument({ sections: [{ children: [new Paragraph('{{section Summary}}')] }] }),
  );

const documentText = async (bytes: Uint8Array): Promise<string> =>
  textOf((await partsOf(bytes)).get('word/document.xml') ?? '');

/** The sentence in each form in which a report is given out. */
async function inEachForm(state: WorkState): Promise<readonly string[]> {
  const out = await going(state);
  const page = new DOMParser().parseFromString(reportHtml(out, 'A4').html, 'text/html');
  const filled = valueOf(await fillTemplate(await wordTemplate(), out));
  const texts = [
    page.querySelector('main p')?.textContent ?? '',
    reportMarkdown(out)
      .replaceAll(/\\|\*\*/g, '')
      .replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, '$1'),
    await documentText(await reportDocx(out, 'A4')),
    await documentText(filled),
  ];
  return texts.map((text) => /The intruder moved from[^\n]*/.exec(text)?.[0] ?? text);
}

const fourTimes = (text: string): readonly string[] => [text, text, text, text];

describe('an entity that a sentence names', () => {
  it('is cited by its identity, which is no name', () => {
    const node = cite(desk);
    expect(JSON.stringify(node)).not.toMatch(/fin-ws07/i);
    expect(checkDocument(document(sentence))).toMatchObject({ ok: true });
    const citation = citationOf(node);
    expect(citation).toEqual({ kind: 'entity', entity: entityId(desk) });
    expect(citation && citedId(citation)).toBe(
      entityId({ kind: 'host', value: 'fin-ws07.CORP.example' }),
    );
  });

  it('is called what it is called now, in every form', async () => {
    expect(await inEachForm(caseOf([sentence], [desk, server]))).toEqual(
      fourTimes('The intruder moved from FIN-WS07.corp.example to FILESRV.'),
    );
    const renamed = { ...desk, label: 'Finance desk 7' };
    expect(await inEachForm(caseOf([sentence], [renamed, server]))).toEqual(
      fourTimes('The intruder moved from Finance desk 7 to FILESRV.'),
    );
  });

  it('is called by the main name once merged, along chains, and by its own once split', async () => {
    const main = host('FS01', { label: 'File server', aliases: ['FILESRV'] });
    const merged = 'The intruder moved from FIN-WS07.corp.example to File server.';
    expect(await inEachForm(caseOf([sentence], [desk, server, main]))).toEqual(fourTimes(merged));
    const above = host('storage', { aliases: ['FS01'] });
    expect(await inEachForm(caseOf([sentence], [desk, server, main, above]))).toEqual(
      fourTimes('The intruder moved from FIN-WS07.corp.example to storage.'),
    );
    const split = { ...main, aliases: [] };
    expect(await inEachForm(caseOf([sentence], [desk, server, split]))).toEqual(
      fourTimes('The intruder moved from FIN-WS07.corp.example to FILESRV.'),
    );
  });

  it('of the intruder’s is written so that nothing makes a link of it', async () => {
    const c2 = entity('domain', 'cdn.evil.example', { hostile: true });
    const out = await going(caseOf([paragraph('It called ', cite(c2), '.')], [c2]));
    expect(out.chapters[0]?.blocks[0]).toMatchObject({
      text: [{}, { text: 'cdn[.]evil[.]example' }, {}],
    });
  });

  it('is text from evidence, and no markup', async () => {
    const hostile = host('<b onclick=x>`*_[a](b)');
    const out = await going(
      caseOf([paragraph('On ', cite(hostile)), liveNode({ kind: 'entities' })], [hostile]),
    );
    const page = new DOMParser().parseFromString(reportHtml(out, 'A4').html, 'text/html');
    expect(page.querySelector('main p a.name')?.textContent).toBe(hostile.value);
    expect(page.querySelector('[onclick]')).toBeNull();
    expect(reportMarkdown(out)).toContain(
      '[&lt;b onclick=x&gt;\\`\\*\\_\\[a\\]\\(b\\)](#entity-1)',
    );
  });
});

describe('the name of an entity', () => {
  it('leads to its row where the report has one, and nowhere otherwise', async () => {
    const main = host('FS01', { aliases: ['FILESRV'] });
    const records = [desk, server, main];
    for (const block of [liveNode({ kind: 'entities' }), undefined]) {
      const out = await going(caseOf([sentence, ...(block === undefined ? [] : [block])], records));
      const page = new DOMParser().parseFromString(reportHtml(out, 'A4').html, 'text/html');
      const links = [...page.querySelectorAll('main p a.name')];
      const markdown = reportMarkdown(out);
      const targets = [...markdown.matchAll(/\(#(entity-\d+)\)/g)].map(([, id]) => id ?? '');
      expect(links).toHaveLength(block === undefined ? 0 : 2);
      expect(targets).toHaveLength(links.length);
      for (const [n, link] of links.entries()) {
        const row = page.querySelector(link.getAttribute('href') ?? '#none');
        expect(row?.textContent).toContain(n === 0 ? 'FIN-WS07' : 'FS01');
      }
      for (const id of targets) expect(markdown).toContain(`<a id="${id}"></a>`);
      const word = (await partsOf(await reportDocx(out, 'A4'))).get('word/document.xml') ?? '';
      const anchors = [...word.matchAll(/w:anchor="(f_entity_\d+)"/g)].map(([, id]) => id);
      expect(anchors).toHaveLength(links.length);
      for (const id of anchors) expect(word).toContain(`w:name="${id}"`);
    }
  });

  it('leads to the indicators when these alone list it', async () => {
    const c2 = entity('ip', '198.51.100.23', { hostile: true, label: 'C2' });
    const out = await going(
      caseOf([paragraph('To ', cite(c2)), liveNode({ kind: 'indicators' })], [c2]),
    );
    expect(reportMarkdown(out)).toContain('[C2](#entity-1)');
  });

  it('has one row for what was merged', async () => {
    const main = host('FS01', { aliases: ['FILESRV'] });
    const out = await going(caseOf([liveNode({ kind: 'entities' })], [server, main]));
    const rows = out.chapters[0]?.blocks.flatMap((block) =>
      block.kind === 'table' ? block.table.rows.filter(({ kind }) => kind === 'cells') : [],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a name that is not to be shown', () => {
  const secret = {
    id: 'r1' as RecordId,
    type: 'redaction',
    title: 'Desk',
    by: 'entity',
    what: '',
    label: '[workstation]',
    entity: desk.id,
  } as const;
  const hidden = /fin-ws07|finance desk|counting house|entity-[0-9a-f]{8}/i;

  it.each([
    ['by its own name', [{ ...desk, label: 'Finance desk 7', aliases: ['Counting house'] }]],
    [
      'by the name of what it was merged into, and by its own',
      [
        { ...desk, label: 'Finance desk 7' },
        host('Counting house', { label: 'Counting house', aliases: [desk.value] }),
      ],
    ],
    [
      'where what is hidden took others in',
      [
        { ...desk, aliases: ['Counting house'] },
        host('Counting house', { label: 'Finance desk 7' }),
      ],
    ],
  ])('is in no byte of what goes out: %s', async (_how, records) => {
    const said = paragraph('Also known as Finance desk 7, Counting house and FIN-WS07.');
    const state = caseOf(
      [sentence, said, liveNode({ kind: 'entities' })],
      [...records, server, secret],
    );
    const out = await going(state);
    const { html } = reportHtml(out, 'A4');
    const word = await reportDocx(out, 'A4');
    const filled = valueOf(await fillTemplate(await wordTemplate(), out));
    const parts = [...(await partsOf(word)).values(), ...(await partsOf(filled)).values()];
    for (const bytes of [html, reportMarkdown(out), ...parts]) {
      expect(hidden.exec(bytes.replaceAll(/<wbr>|\\(?=[^\\])/g, ''))?.[0]).toBeUndefined();
    }
    expect(html).toContain('The intruder moved from');
    expect(html).toContain('[workstation]');
    expect(html).toContain('FILESRV');
  });
});

describe('before a report with names goes out', () => {
  const gates = async (state: WorkState): Promise<readonly string[]> => {
    const model = valueOf(await gatherReport(REPORT, { ...harbourCase, work: state }));
    return releaseState(model).gates.map(
      ({ kind, message, places }) => `${kind}: ${message} ${places.join(', ')}`,
    );
  };

  it('an entity that the case does not know is an unresolved citation, and printed as one', async () => {
    const state = caseOf([sentence, sentence], [desk]);
    expect(await gates(state)).toContainEqual(
      'citations: 1 citation does not resolve, and will say so. an entity in 1 Summary',
    );
    expect(await inEachForm(state)).toEqual(
      fourTimes('The intruder moved from FIN-WS07.corp.example to [entity not in the case].'),
    );
    expect((await gates(caseOf([sentence], [desk, server]))).join()).not.toContain('citations');
  });

  it('a rename, a merge and a split are a change of what was approved', async () => {
    const before = caseOf([sentence], [desk, server]);
    const approve = (state: WorkState, on: WorkState): WorkState => {
      const report = state.reports.get(REPORT);
      const approved = on.reports.get(REPORT);
      if (report === undefined || approved === undefined) throw new Error('no report');
      const approvedText = reportFingerprint(approved, on);
      const header = { ...report.header, state: 'approved', approvedText } as const;
      return { ...state, reports: new Map([[REPORT, { ...report, header }]]) };
    };
    const approval = async (state: WorkState) =>
      (await gates(approve(state, before))).filter((gate) => gate.startsWith('approval'));
    expect(await approval(before)).toEqual([]);
    const judged = { ...desk, verdict: 'compromised', notes: 'Seen.' } as const;
    expect(await approval(caseOf([sentence], [judged, server]))).toEqual([]);
    const changed =
      'approval: The report, or the name of an entity in it, was changed after it was approved. ';
    for (const records of [
      [{ ...desk, label: 'Finance desk 7' }, server],
      [desk, server, host('FS01', { aliases: ['FILESRV'] })],
      [desk],
    ]) {
      expect(await approval(caseOf([sentence], records))).toEqual([changed]);
    }
  });
});

it('the sections that a new name would change are found, by whatever was merged', () => {
  const main = host('FS01', { aliases: ['FILESRV'] });
  const state = caseOf([sentence, sentence], [desk, server, main]);
  const report = state.reports.get(REPORT);
  const where = [{ report: REPORT, section: 'only', title: `${report?.header.title}, 1 Summary` }];
  expect(namingSections(state, desk.id)).toEqual(where);
  expect(namingSections(state, main.id)).toEqual(where);
  expect(namingSections(state, server.id)).toEqual([]);
});

it('two versions are compared by the names of their time', () => {
  const read = (records: readonly Entity[]) => {
    const state = caseOf([sentence], records);
    const report = state.reports.get(REPORT);
    if (report === undefined) throw new Error('no report');
    return { report, state };
  };
  const before = read([desk, server]);
  const [same] = compareReports(before, before);
  expect(same?.kind).toBe('same');
  const [changed] = compareReports(before, read([{ ...desk, label: 'Desk 7' }]));
  expect(changed?.lines.slice(1)).toEqual([
    { kind: 'gone', text: 'The intruder moved from FIN-WS07.corp.example to FILESRV.' },
    { kind: 'new', text: 'The intruder moved from Desk 7 to [unknown entity].' },
  ]);
});

it('a template keeps a gap for each name, and nothing of the case', () => {
  const template = templateOfSections({
    name: 'Ours',
    description: '',
    sections: [{ title: 'A', level: 1, appendix: false, content: document(sentence) }],
  } as unknown as Parameters<typeof templateOfSections>[0]);
  const text = JSON.stringify(template);
  expect(text).not.toMatch(/entity/);
  expect(text.match(/\[…\]/g)).toHaveLength(2);
});

describe('a frozen table of entities', () => {
  const block: LiveBlock = { kind: 'entities' };

  async function frozenThen(content: string, records: readonly CaseRecord[]) {
    const kept = {
      id: 'f1' as RecordId,
      type: 'frozen',
      title: 'Entities',
      block: 'entities',
      report: REPORT,
      at: instantFromMs(0),
      content,
    } as const;
    const node = { ...liveNode(block), attrs: { kind: 'entities', frozen: 'f1' } };
    const state = caseOf([sentence, node], [...records, kept]);
    const model = valueOf(await gatherReport(REPORT, { ...harbourCase, work: state }));
    return { markdown: reportMarkdown(outgoing(model)), stale: model.frozen.get(kept.id)?.stale };
  }

  const frozenNow = async (records: readonly Entity[]): Promise<string> => {
    const sources = { ...harbourCase, work: caseOf([], records) };
    return valueOf(await freeze(REPORT, [block], sources))[0] ?? '';
  };

  it('stays as it was when an entity is renamed, while the text follows and leads to it', async () => {
    const content = await frozenNow([desk, server]);
    expect((await frozenThen(content, [desk, server])).stale).toBe(false);
    const { markdown, stale } = await frozenThen(content, [{ ...desk, label: 'Desk 7' }, server]);
    expect(stale).toBe(true);
    expect(markdown).toContain('moved from [Desk 7](#entity-1)');
    expect(markdown.match(/Desk 7/g)).toHaveLength(1);
  });

  it('that was kept before rows had places is not said to be outgrown', async () => {
    const old = (await frozenNow([desk, server])).replaceAll(
      /"anchor":"entity-\d+",|,"target":"entity [^"]+"/g,
      '',
    );
    expect(old).not.toContain('"target"');
    const { markdown, stale } = await frozenThen(old, [desk, server]);
    expect(stale).toBe(false);
    expect(markdown).toMatch(/moved from FIN\\-WS07/);
  });
});
