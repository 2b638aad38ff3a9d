import type { Test } from '#shared/query/ast.ts';
import { FailureError } from '#shared/model/result.ts';

/** From inclusive, to exclusive, ns. */
export interface TimeBounds {
  readonly from?: bigint;
  readonly to?: bigint;
}

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A time as written in a query covers as much as it leaves unsaid: `2026-05-12` is that day, `…T09` that hour. UTC unless it says. */
export function coveredBy(text: string): { readonly from: bigint; readonly to: bigint } {
  const match = FORM.exec(text.trim());
  if (match === null) throw notATime(text);
  const [, year = '', month, day, hour, minute, second, fraction, zone = 'Z'] = match;
  const at = Date.parse(
    `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${zone}`,
  );
  if (Number.isNaN(at)) throw notATime(text);
  const from = BigInt(at) * 1_000_000n;
  if (fraction !== undefined) {
    const exact = from + BigInt(fraction.padEnd(9, '0'));
    return { from: exact, to: exact + 10n ** BigInt(9 - fraction.length) };
  }
  if (second !== undefined) return { from, to: from + 1_000_000_000n };
  if (minute !== undefined) return { from, to: from + 60_000_000_000n };
  if (hour !== undefined) return { from, to: from + 3_600_000_000_000n };
  if (day !== undefined) return { from, to: from + 86_400_000_000_000n };
  const next =
    month === undefined
      ? Date.UTC(Number(year) + 1, 0, 1)
      : Date.UTC(Number(year), Number(month), 1);
  return { from, to: BigInt(next) * 1_000_000n };
}

/** What a test on `time` asks for. @throws FailureError invalid-query */
export function timeRange(test: Test): TimeBounds {
  switch (test.kind) {
    case 'exists':
      return {};
    case 'range':
      return { from: coveredBy(test.low).from, to: coveredBy(test.high).to };
    case 'compare':
      return compared(test.op, coveredBy(test.value));
    case 'exact':
      return coveredBy(test.text);
    case 'match':
      if (test.pattern.kind === 'literal') return coveredBy(test.pattern.text);
      throw notATime(test.pattern.kind === 'regex' ? test.pattern.source : test.pattern.text);
    case 'any-of':
      throw notATime('(…)');
  }
}

function compared(op: '<' | '<=' | '>' | '>=', { from, to }: Required<TimeBounds>): TimeBounds {
  switch (op) {
    case '<':
      return { to: from };
    case '<=':
      return { to };
    case '>':
      return { from: to };
    case '>=':
      return { from };
  }
}

const notATime = (text: string): FailureError =>
  new FailureError({
    code: 'invalid-query',
    message: `“${text}” is not a time. Write 2026-05-12, 2026-05-12T09:12 or [2026-05-12 to 2026-05-13].`,
    subject: text,
  });
