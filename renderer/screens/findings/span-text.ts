import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { FindingFacts } from './finding-rows.ts';

const DATE_LENGTH = '2026-05-12'.length;

/** When the cited events were: one moment, or first and last to the second, the date said once where it is one. */
export function spanText({ first, last }: FindingFacts, times: TimeDisplay): string {
  if (first === undefined || last === undefined) return '';
  const fine = ({ time, precision }: typeof first): string =>
    instantText(time, precision === 'day' || precision === 'min' ? precision : 's', times);
  const [from, to] = [fine(first), fine(last)];
  if (from === to) return from;
  const sameDay = from.slice(0, DATE_LENGTH) === to.slice(0, DATE_LENGTH);
  return `${from} – ${sameDay ? to.slice(DATE_LENGTH + 1) : to}`;
}
