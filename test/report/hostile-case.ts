import type { BoardItem } from '#shared/model/board.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { ok } from '#shared/model/result.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { harbourCase, REPORT } from './harbour-case.ts';

/** What an intruder might have written into a log, a file name or an account, to attack whoever reads the report. */
export const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(2)>`,
  `'><svg/onload=alert(3)>`,
  `</style><style>*{display:none}</style>`,
  `</title></head><body onload=alert(4)>`,
  `<a href="javascript:alert(5)">x</a>`,
  `[x](javascript:alert(6)) ![y](http://198.51.100.9/p.png) <http://198.51.100.9/>`,
  '`code` **bold** | cell | # head',
  `--><!-- ]]> {{7*7}} \${8*8}`,
  `\u202egnp.exe\u202c \u0000 \u0007 \ud800 \u{e0041}`,
].join(' ');

const dirty = (text: string): string => `${text} ${HOSTILE}`;
const maybe = <K extends string>(key: K, value: string | undefined): { [key in K]?: string } =>
  value === undefined ? {} : ({ [key]: dirty(value) } as { [key in K]: string });

const item = (given: BoardItem): BoardItem => ({
  ...given,
  title: dirty(given.title),
  reason: dirty(given.reason),
  ...maybe('technique', given.technique),
  ...maybe('basis', given.basis),
  ...maybe('host', given.host),
  ...maybe('actor', given.actor),
});

const finding = (given: Finding): Finding => ({
  ...given,
  title: dirty(given.title),
  statement: dirty(given.statement),
  ...maybe('technique', given.technique),
});

const event = (given: EventDetail): EventDetail => ({
  ...given,
  message: dirty(given.message),
  timeOriginal: dirty(given.timeOriginal ?? ''),
  timeMeaning: dirty(given.timeMeaning),
  host: dirty(given.host ?? ''),
  user: dirty(given.user ?? ''),
  code: dirty(given.code ?? ''),
  channel: dirty(given.channel ?? ''),
  parser: dirty(given.parser),
  evidenceName: dirty(given.evidenceName),
});

const node = (given: ReportNode): ReportNode => ({
  ...given,
  ...(given.text !== undefined && { text: dirty(given.text) }),
  ...(given.content !== undefined && { content: given.content.map(node) }),
});

const section = (given: ReportSection): ReportSection => ({
  ...given,
  title: dirty(given.title),
  content: node(given.content),
});

const mapValues = <K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): ReadonlyMap<K, V> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

const { work } = harbourCase;

/** The made-up case with hostile text in every place that text can come from. */
export const hostileCase: ReportSources = {
  ...harbourCase,
  tool: dirty(harbourCase.tool),
  analyst: { ...harbourCase.analyst, name: dirty(harbourCase.analyst.name) },
  work: {
    ...work,
    title: dirty(work.title ?? ''),
    board: mapValues(work.board, item),
    findings: mapValues(work.findings, finding),
    reports: mapValues(work.reports, (report) => ({
      ...report,
      header: {
        ...report.header,
        title: dirty(report.header.title),
        subtitle: dirty(report.header.subtitle ?? ''),
        organisation: dirty(report.header.organisation ?? ''),
        classification: dirty(report.header.classification),
      },
      sections: mapValues(report.sections, section),
    })),
  },
  evidence: harbourCase.evidence.map((file) => ({
    ...file,
    name: dirty(file.name),
    originalPath: dirty(file.originalPath),
    source: dirty(file.source),
    reason: dirty(file.reason),
    format: dirty(file.format ?? ''),
    explanation: dirty(file.explanation ?? ''),
    assumedZone: dirty(file.assumedZone ?? ''),
    verified: { at: '2026-05-14T08:00:12.000Z', intact: false, detail: dirty('altered') },
  })),
  custody: {
    intact: false,
    detail: dirty('line 3 is not what was signed'),
    entries: harbourCase.custody.entries.map((entry) => ({
      ...entry,
      actor: dirty(entry.actor),
      summary: dirty(entry.summary),
    })),
  },
  issues: async (file, limit) =>
    (await harbourCase.issues(file, limit)).map((issue) => ({
      ...issue,
      code: dirty(issue.code),
      message: dirty(issue.message),
    })),
  events: async (ids) =>
    (await harbourCase.events(ids)).map((one) => (one === null ? null : event(one))),
  query: async (query, limit) => {
    const answer = await harbourCase.query(query, limit);
    if (!answer.ok) return answer;
    const { rows } = answer.value;
    return ok({
      ...answer.value,
      rows: rows.map((row) => ({
        ...row,
        message: dirty(row.message),
        host: dirty(row.host ?? ''),
        user: dirty(row.user ?? ''),
      })),
    });
  },
};

export { REPORT };
