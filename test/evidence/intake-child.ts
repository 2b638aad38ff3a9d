/** Takes a folder into a case, or goes on with what an earlier child left, until it is killed; says what is recorded. */
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { loadIdentity } from '#main/casefile/identity.ts';
import { clearIncoming } from '#main/evidence/clear-incoming.ts';
import { Hasher } from '#main/evidence/hasher.ts';
import { unfinishedIntakes } from '#main/evidence/unfinished.ts';
import { takeIn } from './take-in.ts';

const [folder = '', identity = '', worker = '', evidence = ''] = process.argv.slice(2);

const signer = await loadIdentity(identity);
if (!signer.ok) throw new Error(signer.failure.message);
const opened = await CaseFolder.open(
  { signer: signer.value, clock: Date.now, tool: 'child' },
  { folder },
);
if (!opened.ok) throw new Error(opened.failure.message);
const { layout, ledger, readOnly } = opened.value;
if (readOnly !== undefined) throw new Error(readOnly.reason);
const hasher = new Hasher(worker);
await clearIncoming(layout);
const watcher = {
  sealed: ({ index, sha256 }: { index: number; sha256: string }) =>
    void process.stdout.write(`sealed ${index} ${sha256}\n`),
  ended: ({ path, status }: { path: string; status: string }) =>
    void process.stdout.write(`ended ${status} ${path}\n`),
};
const left = unfinishedIntakes(ledger.records, layout);
process.stdout.write(`left ${left.length}\n`);
for (const rest of left) await takeIn(opened.value, hasher, [], { rest, watcher });
const begun = ledger.records.some(({ kind }) => kind === 'intake-begun');
if (!begun) await takeIn(opened.value, hasher, [evidence], { watcher });
await hasher.close();
await opened.value.close();
process.stdout.write('all in\n');
