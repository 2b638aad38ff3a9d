import type { RecordId } from '#shared/model/ids.ts';
import type { Person } from '#shared/records/kinds/person.ts';

export type PersonName =
  'karin' | 'per' | 'jonas' | 'anna' | 'sara' | 'mira' | 'counsel' | 'authority' | 'insurer';

export const personId = (name: PersonName): RecordId => `sample-person-${name}` as RecordId;

type Told = Omit<Person, 'id' | 'type'>;

/** Telephone numbers are from the range that Sweden keeps for fiction. */
const PEOPLE: { readonly [N in PersonName]: Told } = {
  karin: {
    name: 'Karin Nyberg',
    role: 'incident-lead',
    organisation: 'Lindholm, IT',
    phone: '+46 70 174 06 05',
    email: 'karin.nyberg@lindholm.example',
    reachable: 'At any hour until the case is closed; Per Strand stands in',
    notes: 'Uses adm.nyberg for servers. Her own desk is WS03.',
  },
  per: {
    name: 'Per Strand',
    role: 'it-operations',
    organisation: 'Lindholm, IT',
    phone: '+46 70 174 06 12',
    email: 'per.strand@lindholm.example',
    reachable: 'Weekdays 07:00 to 17:00 (Stockholm); web1 and the cloud account',
  },
  jonas: {
    name: 'Jonas Ekman',
    role: 'analyst',
    organisation: 'Lindholm, IT',
    phone: '+46 70 174 06 18',
    email: 'jonas.ekman@lindholm.example',
    reachable: 'Nights 13 to 15 May',
  },
  anna: {
    name: 'Anna Berg',
    role: 'affected',
    organisation: 'Lindholm, Accounts',
    phone: '+46 70 174 06 24',
    email: 'anna.berg@lindholm.example',
    notes: 'Opened the document and reported the warning. Works on a lent laptop.',
  },
  sara: {
    name: 'Sara Holm',
    role: 'management',
    organisation: 'Lindholm, managing director',
    phone: '+46 70 174 06 30',
    email: 'sara.holm@lindholm.example',
    reachable: 'By telephone; decides on whatever stops business',
  },
  mira: {
    name: 'Mira Lund',
    role: 'privacy',
    organisation: 'Lindholm, data protection officer',
    phone: '+46 70 174 06 36',
    email: 'mira.lund@lindholm.example',
  },
  counsel: {
    name: 'Ebba Falk',
    role: 'legal',
    organisation: 'Falk & Partners, advocates',
    phone: '+46 8 465 004 10',
    email: 'ebba.falk@falk-partners.example',
    reachable: 'Office hours; emergencies over the exchange',
  },
  authority: {
    name: 'Data protection authority, incident desk',
    role: 'regulator',
    organisation: 'Supervisory authority',
    reachable: 'By its form, at any hour',
  },
  insurer: {
    name: 'Cyber claims line',
    role: 'insurer',
    organisation: 'Nordkap Insurance',
    phone: '+46 8 465 004 22',
    email: 'claims@nordkap.example',
    notes: 'Policy LH-88213. Notice of loss within 48 hours of detection.',
  },
};

export const samplePeople = (): readonly Person[] =>
  (Object.keys(PEOPLE) as PersonName[]).map((name) => ({
    id: personId(name),
    type: 'person',
    ...PEOPLE[name],
  }));
