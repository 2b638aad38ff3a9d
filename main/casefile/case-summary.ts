import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { CaseSummary } from '#shared/model/case.ts';
import { z } from 'zod';
import { readCaseFile } from './case-json.ts';
import type { CaseLayout } from './case-layout.ts';
import { caseLayout } from './case-layout.ts';
import { replaceFile } from './durable-file.ts';
import { isSystemError } from './io-failure.ts';
import { LEDGER_BODIES } from './ledger-entries.ts';

const tallySchema = z.object({
  title: z.string(),
  evidence: z.int().min(0),
  bytes: z.int().min(0),
  events: z.int().min(0),
});

/** What the case list shows of a case that is not open. */
export type CaseTally = z.infer<typeof tallySchema>;

/** Keeps the tally beside the case. Derived: the list makes do without it. Throws the system's error. */
export const saveTally = (layout: CaseLayout, tally: CaseTally): Promise<void> =>
  replaceFile(layout.summary, `${JSON.stringify(tally, null, 2)}\n`);

/** One line of the case list. Never fails: what is wrong with a case is its `trouble`. Nothing is verified here. */
export async function summariseCase(folder: string, lastOpened?: string): Promise<CaseSummary> {
  const layout = caseLayout(folder);
  const opened = lastOpened === undefined ? {} : { lastOpened };
  const file = await readCaseFile(layout.caseFile, folder);
  if (!file.ok) {
    const trouble = file.failure.message;
    return { folder, title: folder, evidence: 0, bytes: 0, events: 0, trouble, ...opened };
  }
  const { id, title, createdAt } = file.value;
  const tally = (await readTally(layout)) ?? { title, events: 0, ...(await countEvidence(layout)) };
  return { folder, id, createdAt, ...tally, ...opened };
}

async function readTally(layout: CaseLayout): Promise<CaseTally | undefined> {
  try {
    return tallySchema.safeParse(JSON.parse(await readFile(layout.summary, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || isSystemError(error)) return undefined;
    throw error;
  }
}

/** Sealed files and their bytes by the ledger's word alone. */
async function countEvidence(layout: CaseLayout): Promise<{ evidence: number; bytes: number }> {
  let evidence = 0;
  let bytes = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(layout.ledger) })) {
      if (!line.includes('"kind":"evidence-sealed"')) continue;
      const entry = z
        .object({ body: LEDGER_BODIES['evidence-sealed'] })
        .safeParse(JSON.parse(line));
      if (!entry.success) continue;
      evidence += 1;
      bytes += entry.data.body.size;
    }
  } catch (error) {
    // A damaged or missing ledger is told when the case is opened.
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
  }
  return { evidence, bytes };
}
