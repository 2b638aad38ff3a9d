import { LESSON_NAMES } from '#shared/learning/words.ts';
import type { Lesson } from '#shared/records/kinds/lesson.ts';

const SIGNS: Readonly<Record<Lesson['kind'], string>> = {
  'went-well': '＋',
  'went-badly': '－',
  'was-luck': '?',
};

/** How it went, by sign and word. */
export function LessonMark({ kind }: { readonly kind: Lesson['kind'] }) {
  return (
    <span className={`fl-learning-mark fl-learning-${kind}`}>
      <span className="fl-learning-sign" aria-hidden>
        {SIGNS[kind]}
      </span>
      {LESSON_NAMES[kind]}
    </span>
  );
}
