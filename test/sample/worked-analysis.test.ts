import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import { SAMPLE_BOARD } from '#main/sample/analysis/board.ts';
import { SAMPLE_FINDINGS } from '#main/sample/analysis/findings.ts';
import { KEY_EVENTS, type KeyEvent } from '#main/sample/analysis/key-events.ts';
import { SAMPLE_NOTES } from '#main/sample/analysis/marks.ts';
import { SAMPLE_SEARCHES } from '#main/sample/analysis/learning-searches.ts';
import { REPORT_ID, SAMPLE_TEXT } from '#main/sample/analysis/report-text.ts';
import { findKeyEvents, firstMatches } from '#main/sample/find-events.ts';
import { workSample } from '#main/sample/worked-analysis.ts';
import { writeSampleEvidence } from '#main/sample/write-sample.ts';
import { SHIPPED_PLAYBOOKS } from '#main/response/shipped-playbooks.ts';
import type { Query } from '#shared/query/ast.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { formatInstant, instantFromMs } from '#shared/model/time.ts';
import { causeGroups } from '#shared/learning/cause-tree.ts';
import { lookedForState } from '#shared/learning/sought-evidence.ts';
import { checkDocument } from '#shared/report/check-document.ts';
import { stateText } from '#shared/response/clocks/clock-text.ts';
import { clockEvents, clocksOf } from '#shared/response/clocks/clock.ts';
import { logEntries } from '#shared/response/log-entries.ts';
import { asKnownAt } from '#shared/work/as-known-at.ts';
import { incidentOf, recordsOf } from '#shared/work/records.ts';
import { WorkLog } from '#shared/work/work-log.ts';

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-sample-'));
  engine = createEngine({
    paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
    report: (error) => {
      throw error;
    },
  });
  await engine.call('cases.create', { title: 'Sample' });
  await engine.call('evidence.ingest', {
    paths: await writeSampleEvidence(join(folder, 'evidence')),
    source: 'generated',
    reason: 'test',
    custody: 'copy',
    zone: 'UTC',
  });
  await workSample(engine);
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** When each key event happened and where, as the story has it. */
const STORY: { readonly [name in KeyEvent]: string } = {
  accountMade: '2026-05-12T13:36:30Z DC1',
  accountRaised: '2026-05-12T13:36:58Z DC1',
  adminFromVictim: '2026-05-12T13:34:09Z DC1',
  adminsListed: '2026-05-12T09:41:32Z WS07',
  backupRead: '2026-05-13T01:37:29Z -',
  cleared: '2026-05-13T03:31:15Z WS07',
  clearing: '2026-05-13T03:31:15Z WS07',
  cloudEntered: '2026-05-13T01:36:20Z -',
  cloudRefused: '2026-05-13T01:42:51Z -',
  contractsListed: '2026-05-12T13:21:02Z FS01',
  contractsRead: '2026-05-13T01:58:21Z FS01',
  deskLocked: '2026-05-12T13:24:40Z WS03',
  deskUnlocked: '2026-05-12T14:03:42Z WS03',
  detected: '2026-05-13T08:05:27Z WS07',
  documentOpened: '2026-05-12T09:12:01Z WS07',
  downloadScript: '2026-05-12T09:12:05Z WS07',
  firstContact: '2026-05-12T09:12:05Z WS07',
  firstUpload: '2026-05-13T02:23:31Z sensor1',
  guessed: '2026-05-12T13:03:29Z DC1',
  guessing: '2026-05-12T13:02:00Z DC1',
  hiddenShell: '2026-05-12T09:12:04Z WS07',
  implantWritten: '2026-05-12T09:12:09Z WS07',
  implantedDisabled: '2026-05-13T08:41:02Z DC1',
  implantedOnFiles: '2026-05-13T01:58:03Z FS01',
  keyDisabled: '2026-05-13T09:31:05Z -',
  localAccount: '2026-05-13T01:24:06Z web1',
  localDisabled: '2026-05-13T08:52:14Z web1',
  lsassRead: '2026-05-12T10:05:18Z WS07',
  lure: '2026-05-12T07:52:20Z -',
  outboundBlocked: '2026-05-13T08:47:12Z fw1',
  packed: '2026-05-13T02:01:12Z FS01',
  portScan: '2026-05-11T22:31:10Z fw1',
  psexec: '2026-05-12T13:20:47Z FS01',
  quarantined: '2026-05-13T08:05:31Z WS07',
  refusedOnDesk: '2026-05-12T13:26:10Z WS03',
  remoteHelp: '2026-05-11T13:08:20Z WS03',
  runKey: '2026-05-12T09:12:12Z WS07',
  secretsRead: '2026-05-13T01:28:03Z -',
  sensorAlert: '2026-05-12T09:12:06Z sensor1',
  serviceDisabled: '2026-05-13T08:42:19Z DC1',
  serviceOnFiles: '2026-05-12T13:20:44Z FS01',
  sshEntered: '2026-05-13T01:22:31Z web1',
  sshGuessing: '2026-05-13T01:04:10Z web1',
  victimDisabled: '2026-05-13T08:43:55Z DC1',
  vpnEntered: '2026-05-13T01:55:48Z vpn1',
  vpnRefused: '2026-05-12T13:10:55Z vpn1',
  webScan: '2026-05-11T22:40:02Z -',
  webShell: '2026-05-13T01:26:40Z -',
  whoami: '2026-05-12T09:41:10Z WS07',
};

const count = async (query: string): Promise<number> =>
  (await engine.call('events.count', { query })).total;

describe('the worked analysis of the sample', () => {
  it('finds every event that it speaks of, at the time the story has it', async () => {
    const rows = await findKeyEvents(engine);
    const told = Object.fromEntries(
      Object.entries(rows).map(([name, { time, host }]) => [
        name,
        `${time === undefined ? '' : formatInstant(time, 's')} ${host?.split('.')[0] ?? '-'}`,
      ]),
    );
    expect(told).toEqual(STORY);
  });

  it('speaks of every key event', () => {
    const spoken = new Set<string>([
      ...SAMPLE_BOARD.flatMap((item) => ('event' in item ? [item.event] : [])),
      ...SAMPLE_FINDINGS.flatMap(({ proof }) => proof.filter((one) => typeof one === 'string')),
      ...SAMPLE_NOTES.map(({ on }) => on),
      ...Object.values(SAMPLE_TEXT).flatMap((text) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      ),
    ]);
    expect(Object.keys(KEY_EVENTS).filter((name) => !spoken.has(name))).toEqual([]);
  });

  it('counts what it says it counted', async () => {
    expect(await count('category:web source.ip:203.0.113.66 not "/uploads/"')).toBe(420);
    expect(
      await count('code:4625 host:DC1* source.ip:192.0.2.107 time:2026-05-12'),
    ).toBeGreaterThanOrEqual(46);
    expect(await count('host:web1 action:ssh-login outcome:failure source.ip:203.0.113.66')).toBe(
      264,
    );
    expect(await count('action:GetObject source.ip:203.0.113.66')).toBe(14);
    expect(await count('code:4769 not TicketEncryptionType:0x12')).toBe(0);
    expect(await count('host:vpn1 user:adm.nyberg')).toBe(2);
    const uploads = await firstMatches(engine, KEY_EVENTS.firstUpload, 12);
    let bytes = 0;
    for (const { key } of uploads) {
      const { fields } = await engine.call('events.detail', { key });
      bytes += Number(fields['flow.bytes_toserver']);
    }
    expect(bytes).toBeGreaterThan(2.5e9);
    expect(await count(KEY_EVENTS.firstUpload.query)).toBe(12);
  });

  it('is honest about WS03: nobody was there while the account was made', async () => {
    const from = BigInt(Date.parse('2026-05-12T13:24:45Z')) * 1_000_000n;
    const to = BigInt(Date.parse('2026-05-12T14:03:42Z')) * 1_000_000n;
    const query = '(host:WS03* or source.ip:192.0.2.103) not channel:System not code:4625';
    expect((await engine.call('events.count', { query, from, to })).total).toBe(0);
  });

  it('leaves a report whose every citation resolves and whose sections all print', async () => {
    const ops = await engine.call('work.list', {});
    const created = ops.find(({ body }) => body.kind === 'report.create')?.body;
    if (created?.kind !== 'report.create') throw new Error('no report');
    for (const section of created.sections) expect(checkDocument(section.content).ok).toBe(true);
    expect(JSON.stringify(created.sections)).not.toContain('"guidance"');
    const path = join(folder, 'report.md');
    const exported = await engine.call('report.export', {
      report: REPORT_ID,
      format: 'md',
      path,
      page: 'A4',
    });
    expect(exported.citations.resolved).toBe(exported.citations.total);
    expect(exported.citations.total).toBeGreaterThan(50);
    expect(await readFile(path, 'utf8')).not.toMatch(/does not resolve|not written/i);
  });

  it('has a report that is in review, with a comment that waits', async () => {
    const { state } = new WorkLog(await engine.call('work.list', {}));
    const report = state.reports.get(REPORT_ID);
    expect(report?.header).toMatchObject({ state: 'review', reviewer: 'Mira Lund' });
    const comments = [...recordsOf(state, 'comment').values()];
    expect(comments.filter(({ state: at }) => at === 'open')).toHaveLength(1);
    for (const { section } of comments)
      expect(report?.sections.has(section ?? ('' as never))).toBe(true);
  });

  it('has the clocks of the incident, met, late, waived and running', async () => {
    const { state } = new WorkLog(await engine.call('work.list', {}));
    const ids = clockEvents(state);
    const rows = await engine.call('events.locate', { ids });
    const events = new Map(ids.map((id, n) => [id, rows[n] ?? null]));
    const now = instantFromMs(Date.parse('2026-05-20T00:00:00Z'));
    const told = clocksOf(state, events, now).map((clock) => [
      clock.deadline.title,
      stateText(clock),
      clock.due === undefined ? '' : formatInstant(clock.due.at, 'min'),
    ]);
    expect(told).toEqual([
      ['Insurer: final statement of loss', '726 d 21 h left', '2028-05-15T21:59Z'],
      [
        'Contract: tell Havsvik Shipping that its contract left',
        'met 3 h 45 min late',
        '2026-05-14T11:20Z',
      ],
      ['Insurer: notice of loss', 'met', '2026-05-15T08:05Z'],
      ['GDPR: notify the supervisory authority', 'met', '2026-05-16T08:20Z'],
      ['NIS2: early warning', 'waived', '2026-05-14T08:20Z'],
    ]);
  });

  it('tells a response whose people, deadlines and times are known', async () => {
    const { state } = new WorkLog(await engine.call('work.list', {}));
    const entries = logEntries(state);
    expect(entries).toHaveLength(17);
    const people = entries.flatMap((entry) =>
      entry.type === 'decision' ? entry.by : [...entry.people, ...(entry.by ? [entry.by] : [])],
    );
    expect(people.filter((id) => !recordsOf(state, 'person').has(id))).toEqual([]);
    for (const entry of entries) {
      if (entry.type !== 'communication' || entry.deadline === undefined) continue;
      const deadline = recordsOf(state, 'deadline').get(entry.deadline);
      if (deadline?.metAt !== undefined) expect(deadline.metAt).toBe(entry.at);
      else expect(deadline?.waivedBecause).toBeDefined();
    }
    expect(incidentOf(state)).toMatchObject({ severity: 'critical', status: 'post-incident' });
  });

  it('looked for things and found none of them, and says in what', async () => {
    const records = (await engine.call('work.list', {})).flatMap(({ body }) =>
      body.kind === 'record.add' ? [body.record] : [],
    );
    const searches = records.flatMap((one) => (one.type === 'negative-finding' ? [one] : []));
    expect(searches).toHaveLength(SAMPLE_SEARCHES.length);
    const items = await engine.call('evidence.list', {});
    for (const search of searches) {
      expect([search.title, search.matched]).toEqual([search.title, 0]);
      expect(search.denominator).toBeGreaterThan(1_000);
      expect(lookedForState(search, items)).toBe('nothing-found');
    }
    const tasks = searches.find(({ query }) => query === 'code:4698');
    expect(tasks?.coverage).toContain('No event of this case meets code:4698');
  });

  it('has causes that explain items of its board and each other, without a circle', async () => {
    const bodies = (await engine.call('work.list', {})).map(({ body }) => body);
    const items = bodies.flatMap((body) => (body.kind === 'board.add' ? [body.item.id] : []));
    const causes = new Map(
      bodies.flatMap((body) =>
        body.kind === 'record.add' && body.record.type === 'cause'
          ? [[body.record.id, body.record] as const]
          : [],
      ),
    );
    const groups = causeGroups(causes, items);
    // Six items of the board, and last what is of the incident as a whole.
    expect(groups.map(({ item }) => item === undefined)).toEqual([
      ...Array.from({ length: 6 }, () => false),
      true,
    ]);
    for (const { answers } of causes.values()) {
      if (answers !== undefined) expect(causes.has(answers)).toBe(true);
    }
  });

  it('gives the figures of the incident', async () => {
    const metrics = await engine.call('report.metrics', {});
    const of = (name: string): string | undefined =>
      metrics.find((metric) => metric.name === name)?.value;
    expect(metrics.filter(({ missing }) => missing !== undefined)).toEqual([]);
    expect(['Dwell time', 'Time to contain', 'Time to recover'].map(of)).toEqual([
      '1 d 9 h',
      '1 h 25 min',
      '1 d 22 h',
    ]);
  });

  it('has a response whose tasks, actions and results are there', async () => {
    const ops = await engine.call('work.list', {});
    const added = ops.flatMap(({ body }) => (body.kind === 'record.add' ? [body.record] : []));
    const ids = new Set<string>(added.map(({ id }) => id));
    const tasks = added.filter((record) => record.type === 'task');
    expect(tasks.length).toBe(46);
    expect(tasks.flatMap(({ after }) => after).filter((id) => !ids.has(id))).toEqual([]);
    const actions = added.filter((record) => record.type === 'action');
    expect(actions.length).toBe(13);
    expect(actions.filter(({ task }) => task !== undefined && !ids.has(task))).toEqual([]);
    const results = ops.flatMap(({ body }) =>
      body.kind === 'record.edit' && body.type === 'task' ? (body.change.result ?? []) : [],
    );
    expect(results.length).toBe(8);
    expect(results.filter((text) => text.startsWith('None'))).toHaveLength(1);
  });

  it('came about over a week, and can be seen as it was known at any moment of it', async () => {
    const ops = await engine.call('work.list', {});
    const known = (text: string) => asKnownAt(ops, Date.parse(`${text}:00Z`));
    const early = known('2026-05-13T08:30');
    expect(incidentOf(early)).toMatchObject({
      severity: 'medium',
      status: 'detection-and-analysis',
    });
    expect([early.board.size, early.findings.size, early.moments.has('contained')]).toEqual([
      0,
      0,
      false,
    ]);
    const noon = known('2026-05-13T12:00');
    expect(incidentOf(noon).severity).toBe('critical');
    expect(noon.board.size).toBeGreaterThan(5);
    expect(noon.reports.size).toBe(0);
    const tasks = [...recordsOf(noon, 'task').values()];
    expect(tasks.filter(({ state }) => state === 'done').length).toBeGreaterThan(3);
    expect(tasks.filter(({ state }) => state === 'open').length).toBeGreaterThan(10);
    expect(
      tasks.every(
        ({ doneAt }) => doneAt === undefined || doneAt <= Date.parse('2026-05-13T12:00:00Z') * 1e6,
      ),
    ).toBe(true);
    expect(known('2026-06-01T00:00').reports.size).toBe(2);
  });

  it('has every field that a playbook of ours asks for, so that its queries can find something', async () => {
    const known = new Set((await engine.call('events.fields', {})).map(({ name }) => name));
    const asked = SHIPPED_PLAYBOOKS.flatMap(({ id, steps }) =>
      steps.flatMap(({ id: step, query = '' }) => {
        const parsed = parseQuery(query);
        return parsed.ok
          ? fieldsOf(parsed.query).map((field) => ({ field, at: `${id}/${step}` }))
          : [];
      }),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ field }) => !known.has(field) && !SHORT.has(field))).toEqual([]);
  });

  it('gives the zone of every time of day that somebody reads in it', async () => {
    const ops = await engine.call('work.list', {});
    const texts = ops.flatMap(({ body }) => [...textsIn(body)]);
    const timed = texts.filter((text) => /(?<![T\d:])\d{2}:\d{2}(?![\d:])/.test(text));
    expect(timed.length).toBeGreaterThan(10);
    // A cell of a table that says above it which zone its times are of.
    const isCell = (text: string): boolean => /^\d{2}:\d{2}( to \d{2}:\d{2})?$/.test(text);
    expect(SAMPLE_TEXT['Response']).toContain('all times UTC');
    expect(timed.filter((text) => !isCell(text) && !/UTC|Stockholm/.test(text))).toEqual([]);
  });

  it('is found by most queries of the playbooks for what happened in it', async () => {
    for (const id of ['stolen-credentials', 'phishing', 'ransomware', 'web-server-intrusion']) {
      const steps = SHIPPED_PLAYBOOKS.find((playbook) => playbook.id === id)?.steps ?? [];
      const queries = steps.flatMap(({ query }) => query ?? []);
      const counts = await Promise.all(
        queries.map(async (query) => (await engine.call('events.count', { query })).total),
      );
      expect(counts.filter((count) => count > 0).length, id).toBeGreaterThan(queries.length * 0.75);
    }
  });
});

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

/** Short forms that the query language has for columns. */
const SHORT = new Set(['host', 'user', 'process', 'code', 'category', 'action', 'outcome']);

function fieldsOf(query: Query): readonly string[] {
  switch (query.kind) {
    case 'all':
    case 'text':
      return [];
    case 'field':
      return [query.field];
    case 'not':
      return fieldsOf(query.term);
    case 'and':
    case 'or':
      return query.terms.flatMap(fieldsOf);
  }
}
