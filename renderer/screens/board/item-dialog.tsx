import { useState } from 'react';
import { PRECISION_NAMES } from '#shared/board/uncertainty.ts';
import { phaseName, TACTICS, techniqueById } from '#shared/model/attack.ts';
import { PHASES } from '#shared/model/board.ts';
import { PRECISIONS } from '#shared/model/time.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import { ConfidenceField } from '#renderer/records/confidence-field.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { TimeZoneField } from '#renderer/ui/zone-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { TechniqueField } from '#renderer/ui/technique-field.tsx';
import type { ItemDraft } from './item-draft.ts';
import { precisionOf } from '#renderer/ui/wall-time.ts';
import { problemsOf } from './item-draft.ts';

interface ItemDialogProps {
  readonly title: string;
  readonly start: ItemDraft;
  /** Promoted from an event: its time is the event's and needs no basis of its own. */
  readonly fromEvent: boolean;
  readonly onSave: (draft: ItemDraft) => void;
  readonly close: () => void;
}

/** Makes or changes a board item. What is missing is said once saving was tried. */
export function ItemDialog({ title, start, fromEvent, onSave, close }: ItemDialogProps) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ItemDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const problems = problemsOf(draft, fromEvent);
  const shown = tried ? problems : {};
  const save = (): void => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    onSave(draft);
    close();
  };
  return (
    <FormDialog title={title} size="wide" onAct={save} close={close}>
      <div className="fl-form">
        <div className="fl-form-wide">
          <Field
            label="What happened"
            value={draft.title}
            onChange={(text) => change({ title: text })}
            error={shown.title}
            required
            autoFocus
            maxLength={200}
            onEnter={save}
          />
        </div>
        <Field
          label="Time"
          value={draft.time}
          onChange={(time) => {
            const precision = precisionOf(time);
            change({ time, ...(precision !== undefined && { precision }) });
          }}
          error={shown.time}
          placeholder="2026-05-12 09:12"
          help="A date alone is known to the day. Leave empty if nobody knows."
          disabled={fromEvent}
        />
        <Field
          label="Until"
          value={draft.end}
          onChange={(end) => change({ end })}
          error={shown.end}
          placeholder="empty for a moment"
        />
        <TimeZoneField
          label="Time zone of what was stated"
          zone={draft.zone}
          onChange={(zone) => change({ zone })}
          disabled={fromEvent}
        />
        <Select
          label="Known to the"
          value={draft.precision}
          choices={PRECISIONS.map((id) => ({ id, label: PRECISION_NAMES[id] }))}
          onChange={(precision) => change({ precision })}
        />
        <div className="fl-form-wide">
          <Field
            label={fromEvent ? 'Known besides the event from' : 'Who or what says so'}
            value={draft.basis}
            onChange={(basis) => change({ basis })}
            error={shown.basis}
            required={!fromEvent}
            placeholder="M. Holm, by telephone on 13 May; ticket 4711; photograph 3"
            maxLength={2_000}
          />
        </div>
        <div className="fl-form-wide">
          <Field
            label="Why it belongs to the story"
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={shown.reason}
            required
            lines={2}
            maxLength={2_000}
          />
        </div>
        <Segments
          label="Standing"
          value={draft.standing}
          choices={choicesOf(STANDING_NAMES)}
          onChange={(standing) => change({ standing })}
        />
        <ConfidenceField
          value={draft.confidence}
          onChange={(confidence) => change({ confidence })}
        />
        <Select
          label="Phase (lane)"
          value={draft.phase}
          choices={PHASES.map((id) => ({ id, label: phaseName(id) }))}
          onChange={(phase) => change({ phase })}
        />
        <Select
          label="ATT&CK tactic"
          value={draft.tactic === '' ? 'none' : draft.tactic}
          choices={[
            { id: 'none', label: 'none' },
            ...TACTICS.map(({ id, name }) => ({ id, label: `${id} ${name}` })),
          ]}
          onChange={(tactic) => change({ tactic: tactic === 'none' ? '' : tactic })}
        />
        <div className="fl-form-wide">
          <TechniqueField
            technique={draft.technique}
            onChange={(technique) => change({ technique, ...tacticFor(draft, technique) })}
          />
        </div>
        <Field label="Host" value={draft.host} onChange={(host) => change({ host })} mono />
        <Field
          label="Actor"
          value={draft.actor}
          onChange={(actor) => change({ actor })}
          help="Account, address or program that did it."
          mono
        />
      </div>
    </FormDialog>
  );
}

/** A technique that serves one tactic only says which. */
function tacticFor(draft: ItemDraft, technique: string): Partial<ItemDraft> {
  const tactics = techniqueById(technique)?.tactics ?? [];
  if (draft.tactic !== '' || tactics.length !== 1) return {};
  const found = TACTICS.find(({ phase }) => phase === tactics[0]);
  return found === undefined ? {} : { tactic: found.id };
}
