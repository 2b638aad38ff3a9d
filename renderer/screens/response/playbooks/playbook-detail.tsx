import { useStore } from 'zustand';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import { missingSteps } from '#shared/response/playbook/choose-playbook.ts';
import { guidanceLines } from '#shared/response/playbook/guidance.ts';
import { PHASE_NAMES, roleName } from '#shared/response/playbook/names.ts';
import type { PlaybookStep } from '#shared/response/playbook/playbook.ts';
import { CATEGORY_NAMES } from '#shared/response/playbook/playbook.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ExportIcon, PlaybookIcon, RemoveIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { PlaybookRow } from './playbook-rows.tsx';
import type { PlaybookFiles } from './use-playbook-files.ts';

interface PlaybookDetailProps {
  readonly work: Work;
  readonly row: PlaybookRow;
  readonly files: PlaybookFiles;
  readonly onChoose: () => void;
}

/** A playbook to be read: when to use it, and its steps by phase. */
export function PlaybookDetail({ work, row, files, onChoose }: PlaybookDetailProps) {
  const { playbook, own } = row;
  const missing = useStore(work.store, ({ state }) => missingSteps(playbook, state).length);
  const writable = work.info.readOnly === undefined;
  const { steps, sources } = playbook;
  return (
    <section
      className="fl-playbook"
      aria-label={`Playbook ${playbook.title}`}
      data-region
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <header className="fl-playbook-head">
        <h2>{playbook.title}</h2>
        <IconButton
          size="small"
          icon={ExportIcon}
          label="Export the playbook…"
          onPress={() => void files.exportFile(playbook)}
        />
        {own ? (
          <IconButton
            size="small"
            icon={RemoveIcon}
            label="Delete the playbook"
            onPress={() => void files.remove(playbook)}
          />
        ) : null}
        {!writable ? null : missing === 0 ? (
          <span className="fl-muted">All steps are tasks of this case</span>
        ) : (
          <Button variant="primary" icon={PlaybookIcon} onPress={onChoose}>
            {missing === steps.length ? 'Use in this case…' : `Add ${countOf(missing, 'step')}…`}
          </Button>
        )}
      </header>
      <p className="fl-muted">
        {CATEGORY_NAMES[playbook.category]} · {countOf(steps.length, 'step')} · revision{' '}
        {playbook.revision}
        {own ? ' · own' : ''}
      </p>
      <p className="fl-selectable">{playbook.use}</p>
      {RESPONSE_PHASES.map((phase) => {
        const of = steps.filter((step) => step.phase === phase);
        if (of.length === 0) return null;
        return (
          <section key={phase} className="fl-playbook-phase" aria-label={PHASE_NAMES[phase]}>
            <h3>{PHASE_NAMES[phase]}</h3>
            <ol>
              {of.map((step) => (
                <PlaybookStepLine key={step.id} step={step} steps={steps} />
              ))}
            </ol>
          </section>
        );
      })}
      {sources.length === 0 ? null : (
        <section className="fl-playbook-phase" aria-label="Drawn from">
          <h3>Drawn from</h3>
          <ul className="fl-playbook-sources">
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

interface PlaybookStepLineProps {
  readonly step: PlaybookStep;
  readonly steps: readonly PlaybookStep[];
}

function PlaybookStepLine({ step, steps }: PlaybookStepLineProps) {
  const after = step.after.flatMap((id) => steps.find((one) => one.id === id)?.title ?? []);
  const facts = [
    step.role === undefined ? undefined : roleName(step.role),
    step.target === undefined ? undefined : `within ${step.target}`,
    after.length === 0 ? undefined : `after: ${after.join('; ')}`,
  ].filter((fact) => fact !== undefined);
  return (
    <li className="fl-playbook-step fl-selectable">
      <p className="fl-playbook-step-title">{step.title}</p>
      <p className="fl-faint">{facts.join(' · ')}</p>
      <ul className="fl-guidance">
        {guidanceLines(step.guidance.join('\n')).map(({ label, text }) => (
          <li key={text} className={label === undefined ? undefined : 'fl-guidance-labelled'}>
            {label === undefined ? null : <strong>{label}: </strong>}
            {text}
          </li>
        ))}
      </ul>
      {step.query === undefined ? null : <code className="fl-task-query-text">{step.query}</code>}
    </li>
  );
}
