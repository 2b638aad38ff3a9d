/** Opens the case named by the first argument and appends to both logs until it is killed; says what was answered. */
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { loadIdentity } from '#main/casefile/identity.ts';

const [folder = '', identity = ''] = process.argv.slice(2);

const signer = await loadIdentity(identity);
if (!signer.ok) throw new Error(signer.failure.message);
const opened = await CaseFolder.open(
  { signer: signer.value, clock: Date.now, tool: 'child' },
  { folder },
);
if (!opened.ok) throw new Error(opened.failure.message);
const { work, ledger, readOnly } = opened.value;
process.stdout.write(`opened ${readOnly?.reason ?? 'for writing'}\n`);

if (readOnly !== undefined) process.exit(0);
for (let n = 0; ; n++) {
  const many = Array.from({ length: 1 + (n % 20) }, (_, k) => ({
    kind: 'op',
    body: { n, k, text: 'x'.repeat((n * 37) % 5000) },
  }));
  const [written, sealed] = await Promise.all([
    work.append(many),
    ledger.append({ kind: 'heads-lost', body: { why: `round ${n}` } }),
  ]);
  if (!written.ok || !sealed.ok) throw new Error('an append was refused');
  process.stdout.write(`acknowledged ${work.head.lines} ${ledger.log.head.lines}\n`);
}
