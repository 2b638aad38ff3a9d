import type { Failure } from '#shared/model/result.ts';

interface Trouble {
  readonly title: string;
  /** What can be done about it. */
  readonly advice: string;
}

/** How a case that would not open is explained; the failure's own sentence stands between the two. */
export function caseTrouble({ code }: Failure): Trouble {
  switch (code) {
    case 'case-locked':
      return {
        title: 'This case is open elsewhere.',
        advice: 'Close it there, or look at it here without changing it.',
      };
    case 'case-newer-format':
      return {
        title: 'This case was written by a newer Fireline.',
        advice: 'Nothing was touched. Open it with that version or a later one.',
      };
    case 'case-damaged':
      return {
        title: 'This case is damaged.',
        advice:
          'Nothing was repaired or changed. Keep a copy of the folder before trying anything.',
      };
    case 'case-missing':
    case 'not-found':
      return {
        title: 'There is no case there.',
        advice: 'If it was moved or its disk is not connected, open its folder where it is now.',
      };
    case 'not-permitted':
      return { title: 'The folder may not be read.', advice: 'Check who owns it.' };
    case 'case-exists':
      return {
        title: 'There is already a case in that folder.',
        advice: 'Open it, or choose another.',
      };
    case 'disk-full':
      return { title: 'The disk is full.', advice: 'Free some room, then try again.' };
    case 'cancelled':
    case 'case-not-open':
    case 'case-read-only':
    case 'evidence-altered':
    case 'evidence-missing':
    case 'invalid-argument':
    case 'invalid-query':
    case 'io':
    case 'parser-failed':
    case 'too-large':
    case 'engine-stopped':
      return { title: 'The case could not be opened.', advice: '' };
  }
}
