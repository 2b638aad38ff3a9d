import { costsOf, moneyText } from '#shared/entities/totals.ts';
import type { Impact } from '#shared/records/kinds/impact.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordList } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { ImpactIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { secondText, timeTitle } from './times.ts';

const AREAS = {
  systems: 'Systems',
  data: 'Data',
  people: 'People',
  business: 'Business',
  cost: 'Cost',
} as const;

const CURRENCIES = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'JPY', 'CAD', 'AUD'];

const FIELDS: readonly FieldSpec<'impact'>[] = [
  {
    name: 'title',
    label: 'What it did',
    input: 'line',
    placeholder: 'File server not available',
    problem: 'Say what it did.',
  },
  { name: 'area', label: 'To', input: 'choice', choices: choicesOf(AREAS), segments: true },
  {
    name: 'standing',
    label: 'How that is known',
    input: 'choice',
    choices: choicesOf(STANDING_NAMES),
    segments: true,
  },
  { name: 'quantity', label: 'How many of what', input: 'line', placeholder: '1,240 customers' },
  { name: 'cost', label: 'Cost', input: 'money' },
  {
    name: 'currency',
    label: 'Currency',
    input: 'line',
    suggestions: CURRENCIES,
    placeholder: 'EUR',
    problem: 'Three capital letters, as EUR.',
  },
  { name: 'from', label: 'From', input: 'time' },
  { name: 'until', label: 'Until', input: 'time' },
  { name: 'description', label: 'Description', input: 'prose' },
  { name: 'events', label: 'Events that prove it', input: 'events' },
];

const costText = ({ cost, currency }: Impact): string =>
  cost === undefined ? '' : moneyText(currency ?? '', cost).trim();

const text = (value: string | undefined) => cut(visibleLine(value ?? ''));

const columnsFor = (times: TimeDisplay): readonly RecordColumn<Impact>[] => [
  {
    id: 'area',
    title: 'Area',
    width: 90,
    by: ({ area }) => Object.keys(AREAS).indexOf(area),
    text: ({ area }) => AREAS[area],
    render: ({ area }) => AREAS[area],
  },
  {
    id: 'title',
    title: 'What it did',
    width: 280,
    grows: true,
    by: ({ title }) => title,
    text: ({ title, description }) => `${title} ${description ?? ''}`,
    render: ({ title }) => text(title),
  },
  {
    id: 'quantity',
    title: 'How many',
    width: 170,
    by: ({ quantity }) => quantity,
    text: ({ quantity }) => quantity ?? '',
    render: ({ quantity }) => text(quantity),
  },
  {
    id: 'cost',
    title: 'Cost',
    width: 120,
    align: 'end',
    by: ({ cost }) => cost,
    render: costText,
  },
  {
    id: 'from',
    title: timeTitle('From', times),
    width: 152,
    by: ({ from }) => from,
    render: ({ from }) => secondText(from, times),
  },
  {
    id: 'until',
    title: timeTitle('Until', times),
    width: 152,
    by: ({ until }) => until,
    render: ({ until }) => secondText(until, times),
  },
  {
    id: 'standing',
    title: 'Known as',
    width: 84,
    by: ({ standing }) => STANDING_NAMES[standing],
    render: ({ standing }) => STANDING_NAMES[standing],
  },
  {
    id: 'events',
    title: 'Events',
    width: 66,
    align: 'end',
    by: ({ events }) => events?.length ?? 0,
    render: ({ events }) =>
      events === undefined || events.length === 0 ? '' : countText(events.length),
  },
];

/** What the incident did: to systems, data, people and business, and what it cost. */
export function ImpactView() {
  const times = useSettings((settings) => settings.times);
  const impacts = useRecordList('impact');
  const store = useRecordPlace('entities-impact');
  const areas = Object.keys(AREAS);
  const ordered = [...impacts].sort(
    (a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || (a.title < b.title ? -1 : 1),
  );
  const costs = [...costsOf(impacts)].map(([currency, sum]) => moneyText(currency, sum));
  return (
    <RecordView<'impact'>
      type="impact"
      label="Impact"
      records={ordered}
      fields={FIELDS}
      columns={columnsFor(times)}
      initial={() => ({ area: 'systems', standing: 'proven' })}
      store={store}
      empty={{
        icon: ImpactIcon,
        title: 'No impact is recorded yet',
        text: 'Each line says what the incident did to systems, data, people or business, or what it cost, and how that is known.',
      }}
      bar={
        costs.length === 0 ? undefined : (
          <span className="fl-entity-count" role="status">
            Cost so far: {costs.join(' + ')}
          </span>
        )
      }
    />
  );
}
