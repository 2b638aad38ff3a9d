import type { EngineApi, Method } from '#shared/ipc/engine-api.ts';
import type { FromEngine, ToEngine } from '#shared/ipc/protocol.ts';
import type { Analyst, CaseInfo } from '#shared/model/case.ts';
import { CASE_FORMAT } from '#shared/model/case.ts';
import type { AnalystId, CaseId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import { ITEMS, JOBS, evidenceCalls } from './evidence-calls.ts';
import { eventCalls } from './event-calls.ts';

export interface MemoryOptions {
  /** None: the first run. */
  readonly cases: number;
  readonly events: number;
  readonly evidence: boolean;
  readonly jobs: boolean;
  readonly readOnly: boolean;
}

const analyst: Analyst = {
  id: 'analyst-1' as AnalystId,
  name: 'Marta Kowalczyk',
  publicKey:
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA2Dk3nC3m1v7h0l5bq9p3hXx1n2v5k8r0c4f6a7b8d9e=\n-----END PUBLIC KEY-----\n',
};

const OPS = 'work.sync';

/** An engine of this contract in memory, for looking at the page without files. Never part of the product. */
export function memoryEngine(options: MemoryOptions, emit: (message: FromEngine) => void) {
  const info: CaseInfo = {
    id: 'case-1' as CaseId,
    title: 'ACME-2026-014',
    folder: '/home/marta/Fireline/acme-2026-014.fireline',
    createdAt: '2026-05-13T08:00:00.000Z',
    format: CASE_FORMAT,
    analyst,
    ...(options.readOnly
      ? {
          readOnly: { reason: 'Another Fireline (process 4711 on lab-2) has it open since 09:12.' },
        }
      : {}),
  };
  let current: CaseInfo | null = null;
  const open = (): CaseInfo => (current = info);

  const calls: Partial<EngineApi> = {
    ...evidenceCalls(options.evidence ? ITEMS : [], options.jobs ? JOBS : []),
    ...eventCalls(options.events),
    'cases.list': () =>
      options.cases === 0
        ? []
        : [
            {
              folder: info.folder,
              id: info.id,
              title: info.title,
              createdAt: info.createdAt,
              lastOpened: '2026-05-14T07:12:00.000Z',
              evidence: 12,
              bytes: 41_200_000_000,
              events: 4_812_330,
            },
            {
              folder: '/home/marta/Fireline/harbor-vpn.fireline',
              title: 'Harbor VPN',
              lastOpened: '2026-04-03T14:00:00.000Z',
              evidence: 3,
              bytes: 310_000_000,
              events: 310_022,
              trouble:
                'Open in another Fireline (process 4711) since 09:12: opens for reading only',
            },
            {
              folder: '/media/usb1/old-mill.fireline',
              title: 'Old Mill, second intrusion',
              lastOpened: '2026-03-12T10:00:00.000Z',
              evidence: 0,
              bytes: 0,
              events: 0,
              trouble: 'Written by a newer Fireline (format 3; this one reads 1)',
            },
          ],
    'cases.current': () => current,
    'cases.open': open,
    'cases.create': open,
    'cases.openSample': open,
    'cases.close': () => ((current = null), null),
    'cases.forget': () => null,
    'analyst.current': () => analyst,
    'analyst.rename': ({ name }) => ({ ...analyst, name }),
    'ledger.list': () => ({
      intact: true,
      detail: '3 entries, chain and signatures intact.',
      entries: [
        {
          seq: 1,
          at: '2026-05-13T08:00:00.000Z',
          actor: 'Marta Kowalczyk',
          kind: 'case.created',
          summary: 'Case created',
          body: {},
          hash: 'a1'.repeat(32),
        },
        {
          seq: 2,
          at: '2026-05-13T08:12:44.120Z',
          actor: 'Marta Kowalczyk',
          kind: 'evidence.sealed',
          summary:
            'DC1-Security.evtx sealed: SHA-256 9f2c41be…, 21,000,000 bytes, copied and verified',
          body: {},
          hash: 'b2'.repeat(32),
        },
        {
          seq: 3,
          at: '2026-05-13T09:00:00.000Z',
          actor: 'Marta Kowalczyk',
          kind: 'evidence.verified',
          summary: 'DC1-Security.evtx hashed again: equal',
          body: {},
          hash: 'c3'.repeat(32),
        },
      ],
    }),
    'case.verify': () => ({ intact: true, checks: [] }),
    'work.append': ({ ops }) => ({ appended: ops.length }),
    'work.list': () => [],
    [OPS]: () => ({ ops: [], want: [] }),
  };

  return (message: ToEngine): void => {
    if (message.kind === 'cancel') return;
    const { id, method, params } = message;
    setTimeout(() => {
      try {
        const call = calls[method as Method] as ((p: unknown) => unknown) | undefined;
        if (call === undefined) throw new Error(`${method} is not in the memory engine`);
        emit({ kind: 'return', id, value: call(params) });
      } catch (error) {
        emit(
          error instanceof FailureError
            ? { kind: 'fail', id, failure: error.failure }
            : { kind: 'threw', id, message: String(error) },
        );
      }
    }, 5);
  };
}
