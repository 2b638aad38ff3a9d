import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId, FindingId } from '#shared/model/ids.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { CiteDialog } from './cite-dialog.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { EMPTY_FINDING, newFinding } from '#renderer/records/finding-draft.ts';
import { draftOfFinding, findingChange } from './finding-draft.ts';
import { FindingFormDialog } from './finding-form-dialog.tsx';
import type { FindingActs } from './use-finding-acts.ts';

interface FindingDialogsProps {
  readonly work: Work;
  readonly acts: FindingActs;
  readonly events: ReadonlyMap<EventId, MarkedRow | null>;
  readonly onMade: (finding: Finding) => void;
}

/** Whichever dialog is asked for. */
export function FindingDialogs({ work, acts, onMade }: FindingDialogsProps) {
  const { dialog, ask } = acts;
  const close = (): void => ask(undefined);
  if (dialog === undefined) return null;
  if (dialog.kind === 'new') {
    return (
      <FindingFormDialog
        title="New finding"
        start={EMPTY_FINDING}
        close={close}
        onSave={(draft) => {
          const finding = newFinding(draft, crypto.randomUUID() as string as FindingId);
          onMade(finding);
          void tellDone(work, work.act({ kind: 'finding.add', finding }));
        }}
      />
    );
  }
  const { finding } = dialog;
  switch (dialog.kind) {
    case 'edit':
      return (
        <FindingFormDialog
          title="Edit finding"
          start={draftOfFinding(finding)}
          close={close}
          onSave={(draft) => {
            const change = findingChange(finding, draft);
            if (Object.keys(change).length === 0) return;
            void tellDone(work, work.act({ kind: 'finding.edit', finding: finding.id, change }));
          }}
        />
      );
    case 'dismiss':
      return (
        <DismissDialog
          finding={finding}
          close={close}
          onDismiss={(reason) => {
            const change = { status: 'dismissed' } as const;
            const body = { kind: 'finding.edit', finding: finding.id, change } as const;
            void tellDone(work, work.act(body, { reason }));
          }}
        />
      );
    case 'cite':
      return (
        <CiteDialog
          finding={finding}
          close={close}
          onCite={(events) => {
            const body = { kind: 'finding.edit', finding: finding.id, change: { events } } as const;
            void tellDone(work, work.act(body));
          }}
        />
      );
  }
}
