import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { loadIdentity } from '#main/casefile/identity.ts';
import { OpReading } from '#main/work/op-reading.ts';
import { CaseWorkLog } from '#main/work/work-log.ts';
import type { BoardItem, Phase } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import type { BoardItemId, EventId, FindingId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { OpBody } from '#shared/work/op.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { valueOf } from '../casefile/case-environment.ts';
import { writeReportEvidence } from './report-evidence.ts';

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');

export interface ReportCase {
  readonly home: string;
  readonly userData: string;
  readonly folder: string;
  readonly evidence: readonly string[];
  readonly events: readonly CliEvent[];
}

/** An event as `fireline events --format jsonl` prints it. */
interface CliEvent {
  readonly id: EventId;
  readonly time?: string | null;
  readonly host?: string | null;
  readonly message: string;
}

/** The command line, as built; its output. */
export function fireline(args: readonly string[], userData: string, home: string): string {
  return execFileSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, FIRELINE_HOME: home, FIRELINE_USER_DATA: userData },
    maxBuffer: 64_000_000,
  });
}

export const CASE_TITLE = 'HARBOUR-2026-014';

/** A case with evidence of several machines, made by the command line. */
export function newReportCase(scratch: string): ReportCase {
  const home = join(scratch, 'home');
  const userData = join(scratch, 'user-data');
  const folder = join(home, 'harbour.fireline');
  const evidence = writeReportEvidence(join(scratch, 'evidence'));
  fireline(['new', folder, '--title', CASE_TITLE, '--analyst', 'Marta Lindqvist'], userData, home);
  fireline(
    [
      'ingest',
      folder,
      ...evidence,
      '--source',
      'Triage of 12 May',
      '--reason',
      'Suspected intrusion',
    ],
    userData,
    home,
  );
  const events = fireline(['events', folder, '--format', 'jsonl'], userData, home)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CliEvent);
  return { home, userData, folder, evidence, events };
}

/** Does acts of the analyst in a case that no program has open. */
export async function actIn(
  { folder, userData }: Pick<ReportCase, 'folder' | 'userData'>,
  bodies: readonly OpBody[],
): Promise<void> {
  const signer = valueOf(await loadIdentity(userData));
  const clock = Date.now;
  const reading = new OpReading();
  const opened = valueOf(
    await CaseFolder.open(
      {
        signer,
        clock,
        tool: 'Fireline test',
        alarm: (message) => {
          throw new Error(message);
        },
      },
      { folder, visitWork: (entry) => reading.visit(entry) },
    ),
  );
  const work = new CaseWorkLog({
    caseId: opened.file.id,
    analyst: signer.analyst,
    store: opened.work,
    reading,
    clock,
    node: 'feed0001',
  });
  for (const body of bodies) valueOf(await work.act(body));
  valueOf(await opened.close());
}

const TITLES: readonly string[] = [
  'Password spraying against the VPN gateway',
  'Log-in page probed from one network',
  'First successful log-on as svc_backup',
  'Word starts a hidden PowerShell on ws7',
  'Memory of LSASS written to disk',
  'SAM hive saved',
  'Domain trusts listed',
  'Service “Update Agent 0” installed on the domain controller',
  'Lateral log-on to dc1',
  'Agent copied to C:\\ProgramData',
];

const STANDINGS = ['proven', 'inferred', 'assumed'] as const;
const CONFIDENCES = ['high', 'medium', 'low'] as const;
const TECHNIQUES = [
  'T1110.003',
  'T1595.002',
  'T1078.002',
  'T1059.001',
  'T1003.001',
  'T1003.002',
  'T1482',
  'T1543.003',
  'T1021.002',
  'T1105',
];

/** A board of twenty items, three findings and the known times, resting on the case's events. */
export function curated({ events }: Pick<ReportCase, 'events'>): readonly OpBody[] {
  const step = Math.floor(events.length / 20);
  let rank: string | undefined;
  const items = Array.from({ length: 20 }, (_, n): BoardItem => {
    const event = events[n * step];
    if (event === undefined) throw new Error('the evidence has too few events');
    rank = rankBetween(rank, undefined);
    const promoted = n % 4 !== 3;
    return {
      id: `board-${n}` as BoardItemId,
      title: TITLES[n % TITLES.length] ?? '',
      ...(typeof event.time === 'string' && { time: instantOf(event.time) }),
      precision: 's',
      ...(promoted ? { event: event.id } : { basis: 'Interview with the IT lead, 13 May' }),
      reason: 'It is the first trace of this step, and nothing else explains it.',
      standing: STANDINGS[promoted ? 0 : 1 + (n % 2)] ?? 'assumed',
      confidence: CONFIDENCES[n % 3] ?? 'low',
      phase: (n === 19 ? 'response' : PHASES[n % 13]) as Phase,
      technique: TECHNIQUES[n % TECHNIQUES.length] ?? '',
      ...(typeof event.host === 'string' && { host: event.host }),
      rank,
    };
  });
  const findings = ['critical', 'high', 'medium'] as const;
  return [
    ...items.map((item): OpBody => ({ kind: 'board.add', item })),
    ...items.slice(1, 6).map(({ id }, n): OpBody => ({
      kind: 'board.link',
      link: { from: items[n]?.id ?? id, to: id, kind: 'led-to' },
    })),
    ...findings.map((severity, n): OpBody => ({
      kind: 'finding.add',
      finding: {
        id: `finding-${n}` as FindingId,
        title:
          [
            'Credentials of a domain account were taken',
            'A service runs under a false name',
            'The VPN accepts passwords alone',
          ][n] ?? '',
        severity,
        confidence: 'high',
        status: 'confirmed',
        statement: 'The events below show it in order.\n\nNo other reading of them was found.',
        technique: TECHNIQUES[n + 3] ?? '',
        events: events.slice(n * 5, n * 5 + 5).map(({ id }) => id),
      },
    })),
    {
      kind: 'moment.mark',
      moment: 'detected',
      at: BigInt(Date.UTC(2026, 4, 12, 9, 40)) * 1_000_000n,
    },
    {
      kind: 'moment.mark',
      moment: 'contained',
      at: BigInt(Date.UTC(2026, 4, 12, 14, 5)) * 1_000_000n,
    },
  ];
}

const instantOf = (iso: string): Instant => (BigInt(Date.parse(iso)) * 1_000_000n) as Instant;
