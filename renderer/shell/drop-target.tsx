import { useEffect, useState } from 'react';
import { host } from '#renderer/bridge/host.ts';
import { dropHint, takerOf } from '#renderer/state/file-drops.ts';
import { notify } from '#renderer/state/notify.ts';
import { offerEvidence } from '#renderer/state/intake.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { EvidenceIcon } from '#renderer/ui/icons.ts';
import './drop-target.css';

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** The whole window takes files and folders; their real paths come from the host. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const readOnly = useSession((session) => session.case?.readOnly !== undefined);

  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy';
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const [only] = files;
      const taker = files.length === 1 && only !== undefined ? takerOf(only.name) : undefined;
      const paths = files.map((file) => host().pathOf(file)).filter((path) => path !== '');
      const [path] = paths;
      if (taker !== undefined && path !== undefined) taker.take(path);
      else if (readOnly)
        notify({ text: 'This case is open for reading only: no evidence can be added.' });
      else if (paths.length === 0) {
        notify({
          text: 'What was dropped is on no disk.',
          detail:
            'Save it to a folder first, then drop it from there, so that its origin can be recorded.',
        });
      } else offerEvidence(paths);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, [readOnly]);

  if (!over) return null;
  return (
    <div className="fl-drop" aria-hidden>
      <div className="fl-drop-card">
        <EvidenceIcon size={28} strokeWidth={1.4} />
        <strong>
          {readOnly ? 'This case is open for reading only' : 'Drop to add as evidence'}
        </strong>
        <span className="fl-muted">
          Files and folders. They are opened read-only and never changed. {dropHint()}
        </span>
      </div>
    </div>
  );
}
