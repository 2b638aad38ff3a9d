// What the analysts of the fluency benchmark's case did, as bodies of operations. Their shape is checked when they are
// sealed (shared/work/seal.ts), so a wrong one stops the benchmark.
import { reportSections } from './fluent-report.mjs';

/** @typedef {{ readonly kind: string, readonly [field: string]: unknown }} Body */

/**
 * @typedef {object} CaseSize
 * @property {number} items of the board
 * @property {number} entities
 * @property {number} tasks
 * @property {number} events
 * @property {number} chapters of the report
 */

/**
 * The parts of the program that acts are made with.
 * @typedef {object} ActParts
 * @property {(a: string | undefined, b: string | undefined) => string} rankBetween
 * @property {(entity: { kind: string, value: string }) => string} entityId
 * @property {readonly string[]} phases of the board
 * @property {readonly string[]} responsePhases
 * @property {readonly string[]} taskStates
 */

const START = BigInt(Date.UTC(2026, 4, 11, 6)) * 1_000_000n;
const SECOND = 1_000_000_000n;
const HOUR = 3_600n * SECOND;
const PEOPLE = 12;
const CONFIDENCES = ['high', 'medium', 'low'];
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];
const VERDICTS = ['unknown', 'suspected', 'accessed', 'compromised'];
const ROLES = ['incident-lead', 'analyst', 'it-operations', 'management', 'legal', 'privacy'];
const TECHNIQUES = ['T1110.003', 'T1078.002', 'T1059.001', 'T1003.001', 'T1543.003', 'T1021.002'];

/**
 * @param {CaseSize} size
 * @param {ReturnType<typeof import('./fluent-names.mjs').entityNames>} names
 * @param {readonly string[]} events ids of events that may be cited
 * @param {ActParts} parts
 * @returns {readonly Body[]}
 */
export function actsOf(size, names, events, parts) {
  const cite = (/** @type {number} */ n) => events[n % events.length] ?? '';
  return [
    ...people(),
    ...boardActs(size.items, names, cite, parts),
    ...findings(Math.ceil(size.items / 50), cite),
    ...entities(names, parts),
    ...tasks(size.tasks, parts),
    ...keyTimes(),
    {
      kind: 'report.create',
      report: 'report-1',
      header: {
        title: 'Intrusion at the plant',
        classification: 'TLP:AMBER · Confidential',
        organisation: 'Plant Ltd',
        template: 'post-mortem',
      },
      sections: reportSections(size.chapters, cite, parts.rankBetween),
    },
  ];
}

/** @returns {readonly Body[]} */
const people = () =>
  Array.from({ length: PEOPLE }, (_, n) => ({
    kind: 'record.add',
    record: {
      id: `person-${n}`,
      type: 'person',
      name: `Responder ${n + 1}`,
      role: ROLES[n % ROLES.length],
    },
  }));

/**
 * Half of the items rest on events; every third follows from the one before.
 * @param {number} count
 * @param {ReturnType<typeof import('./fluent-names.mjs').entityNames>} names
 * @param {(n: number) => string} cite
 * @param {ActParts} parts
 * @returns {readonly Body[]}
 */
function boardActs(count, { seen }, cite, { rankBetween, phases }) {
  /** @type {string | undefined} */
  let rank;
  const items = Array.from({ length: count }, (_, n) => {
    rank = rankBetween(rank, undefined);
    const proven = n % 2 === 0;
    return {
      id: `item-${n}`,
      title: `Step ${n}: a service was installed under a name that says little`,
      time: START + (BigInt(n) * 48n * HOUR) / BigInt(count),
      precision: 's',
      ...(proven ? { event: cite(n * 31) } : { basis: 'Interview with the shift lead' }),
      reason: 'It is the first trace of this step, and nothing else explains it.',
      standing: proven ? 'proven' : 'inferred',
      confidence: CONFIDENCES[n % 3],
      phase: phases[n % phases.length],
      technique: TECHNIQUES[n % TECHNIQUES.length],
      host: seen.host[n % seen.host.length],
      actor: seen.account[n % Math.min(9, seen.account.length)],
      rank,
    };
  });
  return [
    ...items.map((item) => ({ kind: 'board.add', item })),
    ...items.flatMap(({ id }, n) =>
      n % 3 === 1
        ? [{ kind: 'board.link', link: { from: `item-${n - 1}`, to: id, kind: 'led-to' } }]
        : [],
    ),
  ];
}

/** @param {number} count @param {(n: number) => string} cite @returns {readonly Body[]} */
const findings = (count, cite) =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'finding.add',
    finding: {
      id: `finding-${n}`,
      title: `Finding ${n}: credentials of a domain account were used from two places`,
      severity: SEVERITIES[n % SEVERITIES.length],
      confidence: CONFIDENCES[n % 3],
      status: n % 4 === 0 ? 'open' : 'confirmed',
      statement: 'The events below show it in order.\n\nNo other reading of them was found.',
      technique: TECHNIQUES[n % TECHNIQUES.length],
      events: [...new Set(Array.from({ length: 10 }, (_unused, e) => cite(n * 101 + e * 13)))],
    },
  }));

/**
 * @param {ReturnType<typeof import('./fluent-names.mjs').entityNames>} names
 * @param {ActParts} parts
 * @returns {readonly Body[]}
 */
function entities({ seen, unseen }, { entityId }) {
  const all = [
    ...Object.entries(seen).flatMap(([kind, values]) => values.map((value) => ({ kind, value }))),
    ...unseen.map((value) => ({ kind: 'host', value })),
  ];
  return all.map(({ kind, value }, n) => ({
    kind: 'record.add',
    record: {
      id: entityId({ kind, value }),
      type: 'entity',
      kind,
      value,
      aliases: n % 50 === 7 && kind === 'host' ? [value.replace('.plant.example', '')] : [],
      verdict: VERDICTS[n % 11 === 0 ? 3 : n % 7 === 0 ? 2 : n % 3],
      analysis: n % 2 === 0 ? 'in-progress' : 'done',
      ...(n % 5 === 0 && { role: 'Machine of the line' }),
    },
  }));
}

/**
 * Every third waits for the one before, and two of three are somebody's.
 * @param {number} count
 * @param {ActParts} parts
 * @returns {readonly Body[]}
 */
function tasks(count, { rankBetween, responsePhases, taskStates }) {
  /** @type {string | undefined} */
  let rank;
  return Array.from({ length: count }, (_, n) => {
    rank = rankBetween(rank, undefined);
    return {
      kind: 'record.add',
      record: {
        id: `task-${n}`,
        type: 'task',
        title: `Look at machine ${n} and say what it is cleared of`,
        phase: responsePhases[n % responsePhases.length],
        state: taskStates[n % taskStates.length],
        after: n % 3 === 1 ? [`task-${n - 1}`] : [],
        rank,
        due: START + BigInt(n) * HOUR,
        guidance: 'Preserve first: memory.\nThen the disk, without logging on.',
        ...(n % 3 !== 0 && { owner: `person-${n % PEOPLE}` }),
      },
    };
  });
}

/** @returns {readonly Body[]} */
const keyTimes = () =>
  ['first-activity', 'aware', 'detected', 'contained'].map((moment, n) => ({
    kind: 'moment.mark',
    moment,
    at: START + BigInt(n) * 9n * HOUR,
  }));
