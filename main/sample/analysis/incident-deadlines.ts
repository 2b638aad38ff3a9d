import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { at } from '../calendar.ts';

export type DeadlineName = 'authority' | 'nis2' | 'insurer' | 'loss' | 'customer';

export const deadlineId = (name: DeadlineName): RecordId => `sample-deadline-${name}` as RecordId;

const when = (text: string) => instantFromMs(at(text));
const ZONE = 'Europe/Stockholm';

const DEADLINES: { readonly [N in DeadlineName]: Omit<Deadline, 'id' | 'type'> } = {
  authority: {
    title: 'GDPR: notify the supervisory authority',
    regime: 'gdpr-33',
    from: 'aware',
    count: 72,
    unit: 'hours',
    zone: ZONE,
    authority: 'Data protection authority',
    metAt: when('2026-05-15T12:40:00'),
    notes: 'By its form. What is in the database dumps follows in phases (Article 33(4)).',
  },
  nis2: {
    title: 'NIS2: early warning',
    regime: 'nis2-23-4-a',
    from: 'aware',
    count: 24,
    unit: 'hours',
    zone: ZONE,
    authority: 'CSIRT or competent authority',
    waivedBecause:
      'Lindholm is neither an essential nor an important entity (Ebba Falk, 13 May 2026).',
  },
  insurer: {
    title: 'Insurer: notice of loss',
    regime: 'custom',
    from: 'detected',
    count: 48,
    unit: 'hours',
    zone: ZONE,
    authority: 'Nordkap Insurance, policy LH-88213',
    metAt: when('2026-05-14T09:30:00'),
  },
  loss: {
    title: 'Insurer: final statement of loss',
    regime: 'custom',
    from: 'met',
    after: deadlineId('insurer'),
    count: 24,
    unit: 'months',
    zone: ZONE,
    nextWorkingDay: true,
    authority: 'Nordkap Insurance, policy LH-88213',
    notes: 'Two years from the notice of loss, by the terms of the policy.',
  },
  customer: {
    title: 'Contract: tell Havsvik Shipping that its contract left',
    regime: 'custom',
    from: 'own',
    start: when('2026-05-13T11:20:00'),
    count: 24,
    unit: 'hours',
    zone: ZONE,
    authority: 'Havsvik Shipping, contract 2024-117, clause 9',
    metAt: when('2026-05-14T15:05:00'),
    notes: 'Late: the contact named in the contract had left the firm.',
  },
};

export const sampleDeadlines = (): readonly Deadline[] =>
  (Object.keys(DEADLINES) as DeadlineName[]).map((name) => ({
    id: deadlineId(name),
    type: 'deadline',
    ...DEADLINES[name],
  }));
