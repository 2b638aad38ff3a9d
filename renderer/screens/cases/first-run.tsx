import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useRead } from '#renderer/bridge/use-read.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Progress } from '#renderer/ui/progress.tsx';

/** The very first screen: who are you, and two ways to begin. */
export function FirstRun() {
  const engine = useEngine();
  const cache = useQueryClient();
  const control = useSessionControl();
  const busy = useSession((session) => session.status === 'busy');
  const { data: analyst } = useRead('analyst.current', {});
  const [typed, setTyped] = useState<string>();
  const name = typed ?? analyst?.name ?? '';
  const input = useRef<HTMLInputElement>(null);
  const suggested = typed === undefined ? analyst?.name : undefined;
  useEffect(() => {
    // What the system calls them comes after the focus: typing writes over it, not behind it.
    if (suggested !== undefined && document.activeElement === input.current)
      input.current?.select();
  }, [suggested]);

  const keepName = async (): Promise<void> => {
    if (typed === undefined || typed.trim() === '' || typed.trim() === analyst?.name) return;
    await engine.call('analyst.rename', { name: typed.trim() });
    await cache.invalidateQueries({ queryKey: ['analyst.current'] });
  };
  const begin = (how: () => void): void => {
    keepName()
      .then(how)
      .catch((error: unknown) => notifyFailure('Your name was not kept.', error));
  };
  const sample = async (): Promise<void> => {
    const opened = await control.openSample();
    if (opened !== undefined) goTo('explore');
  };

  const unready = busy || name.trim() === '';
  const newCase = (): void => begin(() => runCommand('case.new'));

  return (
    <section className="fl-first" aria-labelledby="fl-first-title">
      <h2 id="fl-first-title">No cases yet</h2>
      <p className="fl-muted">
        A case keeps sealed evidence, its events and your work in one folder. Drop files or folders
        anywhere on this window to start one, or look around in the sample case first.
      </p>
      <div className="fl-first-name">
        <Field
          label="Your name"
          value={name}
          onChange={setTyped}
          help="Signs the custody ledger and everything you record. You can change it in Settings."
          maxLength={200}
          autoFocus
          inputRef={input}
          onEnter={() => (unready ? undefined : newCase())}
        />
      </div>
      <div className="fl-first-ways">
        <Button variant="primary" isDisabled={unready} onPress={newCase}>
          New case
        </Button>
        <Button isDisabled={unready} onPress={() => begin(() => void sample())}>
          Open the sample case
        </Button>
      </div>
      {busy ? <Progress label="Preparing the case" /> : null}
      <p className="fl-faint">
        Everything stays on this machine. Fireline has no way to make a network request.
      </p>
    </section>
  );
}
