import type { Instant } from '#shared/model/time.ts';
import { FailureError } from '#shared/model/result.ts';
import type { BriefSection } from '#shared/response/hand-over/brief.ts';
import { pageFoot, sectionsHtml } from '#shared/response/hand-over/sections-html.ts';
import { TLP_WORDS } from '#shared/response/incident-words.ts';
import { incidentOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';

interface Printed {
  readonly state: WorkState;
  /** What it is: `Hand-over`; the case's title follows. */
  readonly name: string;
  readonly subtitle: string;
  readonly sections: readonly BriefSection[];
  readonly timeText: (at: Instant) => string;
}

/** Asks where to, and prints sections of lines as a PDF, with the incident's marking on each page. */
export async function printSections({ state, name, ...printed }: Printed): Promise<void> {
  const { tlp, classification } = incidentOf(state);
  const marking = [TLP_WORDS[tlp], ...(classification === undefined ? [] : [classification])].join(
    ' · ',
  );
  const title = `${name}: ${state.title ?? 'case'}`;
  try {
    const path = await host().call('dialog.save', {
      title: `Print: ${name.toLowerCase()}`,
      name: `${name}.pdf`,
      kind: 'pdf',
    });
    if (path === null) return;
    const html = sectionsHtml({ ...printed, title, marking });
    const page = 'A4';
    const foot = pageFoot(marking);
    const done = await host().call('print.pdf', {
      html,
      header: '<span></span>',
      footer: foot,
      page,
      path,
    });
    if (!done.ok) throw new FailureError(done.failure);
    const show = (): void => void host().call('shell.showInFolder', { path });
    notify({ text: `Printed to ${path}`, action: { label: 'Show', run: show } });
  } catch (error) {
    notifyFailure(`${name} could not be printed.`, error);
  }
}
