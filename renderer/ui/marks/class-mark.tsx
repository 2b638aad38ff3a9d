import { classLook } from './event-class.ts';
import './marks.css';

/** The class of an event: a hue and its name. */
export function ClassMark({ category }: { readonly category: string }) {
  const { group, short } = classLook(category);
  return (
    <span className="fl-class" title={category.replaceAll('_', ' ')}>
      <span className={`fl-class-dot fl-class-${group}`} aria-hidden />
      {short}
    </span>
  );
}
