/**
 * Guidance of a step is lines of text. A line may begin with one of these words and a colon, which screen and paper
 * set apart: what to look at, what to keep before acting, what not to do, whom to call.
 */
export const GUIDANCE_LABELS = ['Check', 'Preserve first', 'Do not', 'Call', 'Note'] as const;
export type GuidanceLabel = (typeof GUIDANCE_LABELS)[number];

export interface GuidanceLine {
  readonly label?: GuidanceLabel;
  readonly text: string;
}

/** The lines of a task's guidance; empty ones are left out. */
export const guidanceLines = (guidance: string): readonly GuidanceLine[] =>
  guidance
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const label = GUIDANCE_LABELS.find((one) => line.startsWith(`${one}: `));
      return label === undefined ? { text: line } : { label, text: line.slice(label.length + 2) };
    });
