import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { checkPlaybook } from '#shared/response/playbook/read-playbook.ts';
import { byText } from '#shared/work/by-text.ts';

const files = import.meta.glob<unknown>('../../resources/playbooks/*.json', {
  eager: true,
  import: 'default',
});

/** The playbooks that come with Fireline, by title. A malformed one is a bug, so it throws. */
export const SHIPPED_PLAYBOOKS: readonly Playbook[] = Object.entries(files)
  .map(([path, content]) => {
    const checked = checkPlaybook(content, path.slice(path.lastIndexOf('/') + 1));
    if (!checked.ok) throw new Error(checked.failure.message);
    return checked.value;
  })
  .sort((a, b) => byText(a.title, b.title));
