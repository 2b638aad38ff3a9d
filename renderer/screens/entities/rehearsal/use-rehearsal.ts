import { entityGroups, entityLabel } from '#shared/entities/entity-groups.ts';
import { entityForm } from '#shared/entities/entity-key.ts';
import { entityCondition, fieldTerm } from '#shared/entities/entity-query.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { LOG_KINDS } from '#shared/entities/log-kinds.ts';
import { rehearse } from '#shared/entities/rehearsal.ts';
import type { Rehearsal } from '#shared/entities/rehearsal.ts';
import { sideOf } from '#shared/entities/standing-of.ts';
import type { Side } from '#shared/entities/standing-of.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

export interface RehearsalReading {
  readonly rehearsal?: Rehearsal;
  readonly failure?: Error;
  readonly labelOf: (entity: EntityRef) => string;
}

/** All neighbours: a rehearsal that leaves some out would be worth nothing. */
const ALL = 10_000;
const NAMED = 200;
const TASKS = LOG_KINDS.find(({ id }) => id === 'tasks')?.query ?? '';

/** Reads what depended on a host or an account in a time, and which ways the intruder would keep. */
export function useRehearsal(
  target: EntityRow | undefined,
  range: { readonly from: bigint; readonly to: bigint } | undefined,
): RehearsalReading {
  const state = useWorkView((view) => view.state);
  const groups = entityGroups(state);
  const kind = target?.kind === 'account' ? 'account' : 'host';
  const ready = target !== undefined && range !== undefined;
  const time = range ?? { from: 0n, to: 1n };
  const options = { enabled: ready, keepPrevious: false };

  const addresses = useRead('entities.addresses', {});
  const own = addresses.data ?? [];
  const isOf = (host: string, names: readonly EntityRef[]): boolean =>
    names.some(
      (name) => name.kind === 'host' && entityForm('host', name.value) === entityForm('host', host),
    );
  const withAddresses = (names: readonly EntityRef[]): readonly EntityRef[] => [
    ...names.map((name) => ({ kind: name.kind, value: name.value })),
    ...own
      .filter(({ host }) => isOf(host, names))
      .map(({ ip }) => ({ kind: 'ip' as const, value: ip })),
  ];
  const names = target === undefined ? [] : withAddresses(target.names);
  const side = (entity: EntityRef): Side => {
    const said = sideOf(state, entity);
    if (said !== 'unknown' || entity.kind !== 'ip') return said;
    const host = own.find(({ ip }) => ip === entity.value)?.host;
    return host === undefined ? said : sideOf(state, { kind: 'host', value: host });
  };
  const labelOf = (entity: EntityRef): string => {
    const label = entityLabel(state, entity.kind, entity.value);
    const host = entity.kind === 'ip' ? own.find(({ ip }) => ip === entity.value)?.host : undefined;
    return host === undefined ? label : `${label} (${entityLabel(state, 'host', host)})`;
  };
  const hostileNames = withAddresses(
    groups.records
      .filter((record) => sideOf(state, record) === 'intruder')
      .flatMap((record) => groups.names(record)),
  );

  const condition = target === undefined ? '' : entityCondition(target.written);
  const account = (target?.names ?? [])
    .map(({ value }) => fieldTerm('service.account', value))
    .join(' or ');
  const services =
    kind === 'host' ? `${condition} event.action:(service* or driver-service*)` : account;
  const edges = useRead(
    'entities.graph',
    { centre: names, hops: 1, limit: ALL, ...time },
    {
      ...options,
      enabled: ready && addresses.data !== undefined,
    },
  );
  const hostile = useRead(
    'entities.graph',
    { centre: hostileNames, hops: 1, limit: ALL, ...time },
    { ...options, enabled: ready && addresses.data !== undefined && hostileNames.length > 0 },
  );
  const served = useRead(
    'entities.values',
    { query: services, field: 'service.name', limit: NAMED, ...time },
    options,
  );
  const tasks = useRead(
    'entities.values',
    { query: `${condition} (${TASKS})`, field: 'task.name', limit: NAMED, ...time },
    options,
  );
  const cron = useRead(
    'entities.values',
    {
      query: `${condition} process.name:(cron or crond)`,
      field: 'message',
      limit: NAMED,
      ...time,
    },
    options,
  );
  const coverage = useRead('entities.coverage', { kind, query: condition, ...time }, options);

  const failure = [addresses, edges, hostile, served, tasks, cron, coverage].find(
    ({ error }) => error !== null,
  )?.error;
  const whole =
    target !== undefined &&
    range !== undefined &&
    edges.data !== undefined &&
    (hostileNames.length === 0 || hostile.data !== undefined) &&
    served.data !== undefined &&
    tasks.data !== undefined &&
    cron.data !== undefined &&
    coverage.data !== undefined;
  const rehearsal = whole
    ? rehearse({
        kind,
        names,
        label: target.label,
        from: range.from,
        to: range.to,
        edges: edges.data.edges,
        hostile: hostile.data?.edges ?? [],
        services: served.data,
        tasks: [...tasks.data, ...cron.data],
        coverage: coverage.data,
        sideOf: side,
        labelOf,
      })
    : undefined;
  return {
    labelOf,
    ...(rehearsal !== undefined && { rehearsal }),
    ...(failure !== undefined && failure !== null && { failure }),
  };
}
