import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useRead } from '#renderer/bridge/use-read.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSessionControl } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Field } from '#renderer/ui/field.tsx';

/** Who signs: the name, and the public key others check signatures with. */
export function AnalystName() {
  const engine = useEngine();
  const cache = useQueryClient();
  const control = useSessionControl();
  const { data: analyst } = useRead('analyst.current', {});
  const [typed, setTyped] = useState<string>();
  const name = typed ?? analyst?.name ?? '';
  const ready = typed !== undefined && typed.trim() !== '' && typed.trim() !== analyst?.name;

  const rename = async (): Promise<void> => {
    if (!ready) return;
    try {
      await engine.call('analyst.rename', { name: name.trim() });
      await cache.invalidateQueries({ queryKey: ['analyst.current'] });
      await control.refresh();
      setTyped(undefined);
      notify({ text: `You sign as ${name.trim()} from now on.` });
    } catch (error) {
      notifyFailure('Your name was not changed.', error);
    }
  };

  return (
    <div className="fl-analyst">
      <div className="fl-analyst-line">
        <Field
          label="Your name"
          value={name}
          onChange={setTyped}
          help="Signs new entries. What is already signed keeps the name it was signed with."
          maxLength={200}
          onEnter={() => void rename()}
        />
        <Button isDisabled={!ready} onPress={() => void rename()}>
          Change
        </Button>
      </div>
      {analyst === undefined ? null : (
        <div className="fl-field">
          <span className="fl-label">
            Public key <CopyButton text={analyst.publicKey} label="Copy the public key" />
          </span>
          <pre className="fl-evidence-text fl-public-key">{analyst.publicKey.trim()}</pre>
        </div>
      )}
    </div>
  );
}
