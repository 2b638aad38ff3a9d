import { useState } from 'react';
import { CATALOG } from '#renderer/commands/catalog.ts';
import type { Scope } from '#renderer/commands/command.ts';
import { useAvailableCommands, useCommand } from '#renderer/commands/registry.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import './keys-help.css';

const TITLES: { readonly [S in Scope]: string } = {
  events: 'On events in the list',
  evidence: 'On files in the list',
  grid: 'In a list',
  stack: 'On the values of a field',
  compare: 'On the values compared',
  gaps: 'On gaps and bursts',
  histogram: 'In the histogram',
  conditions: 'On the conditions of the query',
  board: 'On the board',
  findings: 'On the findings',
  tasks: 'Tasks',
  'task-board': 'Board of tasks',
  records: 'On a record in the list',
  causes: 'On a cause',
  matrix: 'In the matrix of techniques',
  report: 'In the report',
  dialog: 'In a dialog',
  anywhere: 'Anywhere',
};

/** `?`: the keys that do something on this screen, by where they act. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  useCommand('app.keys', () => setOpen(true));
  return (
    <Dialog title="Keys here" size="wide" open={open} onClose={() => setOpen(false)}>
      {open ? <KeyTable /> : null}
    </Dialog>
  );
}

function KeyTable() {
  const available = useAvailableCommands();
  const here = CATALOG.filter((spec) => spec.keys.length > 0 && available.has(spec.id));
  const scopes = (Object.keys(TITLES) as Scope[]).filter((scope) =>
    here.some((spec) => spec.scope === scope),
  );
  return (
    <div className="fl-key-help">
      {scopes.map((scope) => (
        <section key={scope} className="fl-key-group">
          <h3>{TITLES[scope]}</h3>
          <dl>
            {here
              .filter((spec) => spec.scope === scope)
              .map((spec) => (
                <div key={spec.id} className="fl-key-line">
                  <dt>{spec.name}</dt>
                  <dd>
                    {spec.keys.map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="fl-faint">
        Letters act only while the widget they belong to has the focus. They can be switched off in
        Settings.
      </p>
    </div>
  );
}
