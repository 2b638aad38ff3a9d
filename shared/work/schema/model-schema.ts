import { z } from 'zod';
import type { Analyst } from '../../model/case.ts';
import type { BoardItem, BoardLink, Phase } from '../../model/board.ts';
import { PHASES } from '../../model/board.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnalystId, BoardItemId, FindingId } from '../../model/ids.ts';
import type { ReportHeader } from '../../model/report.ts';
import { REPORT_LAYOUTS, REPORT_STATES } from '../../model/report.ts';
import type { Instant } from '../../model/time.ts';
import { PRECISIONS } from '../../model/time.ts';
import type { Change } from '../../model/change.ts';
import { absentAllowed, clearable } from '../../model/shape-fields.ts';
import { isRank } from '../rank.ts';
import { eventId, eventIds, instant, line, madeId, name, prose } from '../../model/shapes.ts';

export const boardItemId = madeId<BoardItemId>();
export const findingId = madeId<FindingId>();
export const analystId = madeId<AnalystId>();
export const rank = z.string().refine(isRank, 'not a rank');
export const phase: z.ZodType<Phase> = z.enum(PHASES);

export const analyst: z.ZodType<Analyst> = z.strictObject({
  id: analystId,
  name,
  publicKey: z.string().max(2_000),
});

const time = instant as unknown as z.ZodType<Instant>;
const confidence = z.enum(['high', 'medium', 'low']);

const boardRequired = {
  title: name,
  precision: z.enum(PRECISIONS),
  reason: prose,
  standing: z.enum(['proven', 'inferred', 'assumed']),
  confidence,
  phase,
  rank,
};
const boardOptional = {
  time,
  end: time,
  basis: prose,
  tactic: line(200),
  technique: line(200),
  host: line(1_000),
  actor: line(1_000),
};

export const boardItem: z.ZodType<BoardItem> = z
  .strictObject({
    id: boardItemId,
    event: eventId.exactOptional(),
    ...boardRequired,
    ...absentAllowed(boardOptional),
  })
  .refine(
    ({ event, basis }) => event !== undefined || (basis ?? '').trim() !== '',
    'an item made by hand must say where it is known from',
  );

export const boardChange: z.ZodType<Change<Omit<BoardItem, 'id' | 'event'>>> = z.strictObject({
  ...absentAllowed(boardRequired),
  ...clearable(boardOptional),
});

export const boardLink: z.ZodType<BoardLink> = z.strictObject({
  from: boardItemId,
  to: boardItemId,
  kind: z.enum(['led-to', 'enabled', 'same-as', 'related']),
});

const findingRequired = {
  title: name,
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  confidence,
  status: z.enum(['open', 'confirmed', 'dismissed']),
  statement: prose,
  events: eventIds,
};
const findingOptional = { technique: line(200) };

export const finding: z.ZodType<Finding> = z.strictObject({
  id: findingId,
  ...findingRequired,
  ...absentAllowed(findingOptional),
});

export const findingChange: z.ZodType<Change<Omit<Finding, 'id'>>> = z.strictObject({
  ...absentAllowed(findingRequired),
  ...clearable(findingOptional),
});

const headerRequired = { title: name, classification: line(500), template: line(200) };
const headerOptional = {
  subtitle: line(1_000),
  organisation: line(1_000),
  kind: line(200),
  layout: z.enum(REPORT_LAYOUTS),
  state: z.enum(REPORT_STATES),
  reviewer: line(500),
  approvedAt: time,
  approvedText: z.string().regex(/^[0-9a-f]{64}$/),
};

export const reportHeader: z.ZodType<ReportHeader> = z.strictObject({
  ...headerRequired,
  ...absentAllowed(headerOptional),
});

export const reportHeaderChange: z.ZodType<Change<ReportHeader>> = z.strictObject({
  ...absentAllowed(headerRequired),
  ...clearable(headerOptional),
});
