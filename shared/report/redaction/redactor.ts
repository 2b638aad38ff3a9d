import { RE2JS, RE2JSException } from 're2js';
import type { RecordId, ReportId } from '../../model/ids.ts';
import type { Result } from '../../model/result.ts';
import { fail, ok } from '../../model/result.ts';
import type { Redaction } from '../../records/kinds/redaction.ts';
import { recordOf, recordsOf } from '../../work/records.ts';
import type { WorkState } from '../../work/work-state.ts';
import { compareText } from '../numbering.ts';
import { formsOf } from './entity-forms.ts';

/** Part of a text that is not to be shown. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly redaction: Redaction;
}

/** Finds what a report must not show. */
export interface Redactor {
  readonly redactions: readonly Redaction[];
  /** Places in order, none within another. */
  readonly find: (text: string) => readonly Place[];
}

/** The redactions that hold for a report, in an order of their own. */
export const redactionsOf = (all: Iterable<Redaction>, report: ReportId): readonly Redaction[] =>
  [...all]
    .filter((one) => one.report === undefined || one.report === report)
    .sort((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id));

/** What finds all that the redactions of a report name, or why one of them cannot be carried out. */
export function redactorOf(work: WorkState, report: ReportId): Result<Redactor> {
  const redactions = redactionsOf(recordsOf(work, 'redaction').values(), report);
  const finders: Finder[] = [];
  for (const redaction of redactions) {
    const finder = finderOf(redaction, work);
    if (!finder.ok) return finder;
    if (finder.value(redaction.label).length > 0) {
      return fail(
        'invalid-argument',
        `The label of the redaction “${redaction.title}” shows what it is to hide.`,
      );
    }
    finders.push(finder.value);
  }
  const find = (text: string): readonly Place[] =>
    text === ''
      ? []
      : apart([...markedIn(text, redactions), ...finders.flatMap((one) => one(text))]);
  return ok({ redactions, find });
}

type Finder = (text: string) => readonly Place[];

function finderOf(redaction: Redaction, work: WorkState): Result<Finder> {
  switch (redaction.by) {
    case 'pattern':
      return patternFinder(redaction);
    case 'text':
      return ok(formFinder(redaction, [redaction.what], false));
    case 'entity': {
      const entity = recordOf(work, 'entity', redaction.entity);
      const forms = entity === undefined ? [redaction.what] : formsOf(entity, work);
      return ok(formFinder(redaction, forms, true));
    }
  }
}

/** Why a regular expression cannot be used, or undefined when it can. */
export function patternTrouble(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return error.message;
  }
}

/** RE2: linear in the length of the text, whatever the expression. */
function patternFinder(redaction: Redaction): Result<Finder> {
  const trouble = patternTrouble(redaction.what);
  if (trouble !== undefined) {
    return fail(
      'invalid-argument',
      `The pattern of the redaction “${redaction.title}” cannot be read: ${trouble}.`,
    );
  }
  const pattern = RE2JS.compile(redaction.what);
  return ok((text) => {
    const places: Place[] = [];
    const matcher = pattern.matcher(text);
    while (matcher.find()) {
      const [from, to] = [matcher.start(), matcher.end()];
      if (to > from) places.push({ from, to, redaction });
    }
    return places;
  });
}

/** Fewest characters of a form before an ellipsis that give it away. */
const TELLING = 4;

/** Texts, whatever their case; `apart`: not within a longer word. */
function formFinder(redaction: Redaction, given: readonly string[], whole: boolean): Finder {
  const forms = [...new Set(given.flatMap((one) => [one.normalize('NFC'), one.normalize('NFD')]))]
    .filter((one) => one.trim() !== '')
    .sort((a, b) => b.length - a.length);
  if (forms.length === 0) return () => [];
  const lower = forms.map((one) => one.toLowerCase());
  const pattern = RE2JS.compile(
    forms.map((one) => RE2JS.quote(one)).join('|'),
    RE2JS.CASE_INSENSITIVE,
  );
  return (text) => {
    const low = text.toLowerCase();
    const places: Place[] = [...cutOff(text, low, lower, redaction)];
    if (!lower.some((one) => low.includes(one))) return places;
    const matcher = pattern.matcher(text);
    for (let at = 0; at < text.length && matcher.find(at);) {
      const [from, to] = [matcher.start(), matcher.end()];
      const alone = !whole || (!isWord(text[from - 1]) && !isWord(text[to]));
      if (alone) places.push({ from, to, redaction });
      at = alone ? to : from + 1;
    }
    return places;
  };
}

const isWord = (character = ''): boolean => /[\p{L}\p{N}]/u.test(character);

/** The beginning of a form where a text was cut: `svc_bac…`. */
function* cutOff(
  text: string,
  low: string,
  forms: readonly string[],
  redaction: Redaction,
): Generator<Place> {
  for (let at = text.indexOf('…'); at >= 0; at = text.indexOf('…', at + 1)) {
    for (const form of forms) {
      for (let length = form.length - 1; length >= TELLING; length--) {
        const from = at - length;
        if (from < 0 || !low.startsWith(form.slice(0, length), from)) continue;
        if (!isWord(text[from - 1])) yield { from, to: at, redaction };
        break;
      }
    }
  }
}

/**
 * A mark that stands for what a redaction took out of a text that is still to be cut or laid out: one character of
 * a plane for private use, so that no cut leaves half of it readable.
 */
export const markOf = (redactions: readonly Redaction[], id: RecordId): string =>
  String.fromCodePoint(FIRST_MARK + redactions.findIndex((one) => one.id === id));

const FIRST_MARK = 0xf0000;

function markedIn(text: string, redactions: readonly Redaction[]): readonly Place[] {
  const places: Place[] = [];
  for (const found of text.matchAll(/[\u{f0000}-\u{f0fff}]/gu)) {
    const redaction = redactions[(found[0].codePointAt(0) ?? 0) - FIRST_MARK];
    if (redaction !== undefined) {
      places.push({ from: found.index, to: found.index + 2, redaction });
    }
  }
  return places;
}

/** In order; of those that overlap, one place over all that they cover, under the first's name. */
function apart(places: readonly Place[]): readonly Place[] {
  const sorted = [...places].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Place[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (last === undefined || place.from >= last.to) kept.push(place);
    else if (place.to > last.to) kept[kept.length - 1] = { ...last, to: place.to };
  }
  return kept;
}
