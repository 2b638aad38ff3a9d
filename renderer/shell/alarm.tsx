import { useState } from 'react';
import { useTopic } from '#renderer/bridge/engine-context.tsx';
import { runCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ProblemIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleText } from '#renderer/ui/visible-text.ts';
import './alarm.css';

interface Alarm {
  readonly message: string;
  readonly subject: string;
}

/**
 * Evidence, ledger or log is not what was sealed: a dialog that has to be answered, and after that a banner that
 * stays until the case is closed.
 */
export function AlarmBanner() {
  const [alarms, setAlarms] = useState<readonly Alarm[]>([]);
  const [answered, setAnswered] = useState(0);
  useTopic('alarm', (alarm) => setAlarms((known) => [...known, alarm]));
  if (alarms.length === 0) return null;
  const open = answered < alarms.length;
  const latest = alarms.at(-1);
  const accept = (): void => setAnswered(alarms.length);
  return (
    <>
      <Notice
        tone="critical"
        banner
        actions={
          <Button
            size="small"
            onPress={() => {
              goTo('evidence');
              runCommand('case.verify');
            }}
          >
            Verify again
          </Button>
        }
      >
        <strong>Integrity alarm.</strong> {visibleText(latest?.message ?? '')}
        {alarms.length > 1 ? ` (${alarms.length} alarms since the case was opened)` : ''}
      </Notice>
      <Dialog
        role="alertdialog"
        title="This case is not what was sealed"
        open={open}
        onClose={accept}
        actions={
          <Button variant="danger" onPress={accept} autoFocus>
            I have read this
          </Button>
        }
      >
        <ul className="fl-alarms">
          {alarms.slice(answered).map((alarm, index) => (
            <li key={`${alarm.subject}${String(index)}`}>
              <ProblemIcon size={18} aria-hidden />
              <div>
                <p className="fl-selectable">{visibleText(alarm.message)}</p>
                <p className="fl-evidence-text fl-faint">{visibleText(alarm.subject)}</p>
              </div>
            </li>
          ))}
        </ul>
        <p className="fl-muted">
          Do not rely on what is named above until you know why. Your work is kept, and nothing was
          changed or repaired. The alarm is shown until the case is closed.
        </p>
      </Dialog>
    </>
  );
}
