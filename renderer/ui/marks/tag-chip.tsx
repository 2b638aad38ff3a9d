import { CloseIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { tagHue } from './tag-hue.ts';
import './marks.css';

interface TagChipProps {
  readonly tag: string;
  /** Hue 1 to 8 chosen by the analyst; by the tag's name unless given. */
  readonly hue?: number | undefined;
  readonly onRemove?: () => void;
}

/** The analyst's word on an event. */
export function TagChip({ tag, hue, onRemove }: TagChipProps) {
  return (
    <span className="fl-tag">
      <span
        className="fl-tag-dot"
        aria-hidden
        style={{ background: `var(--fl-tag-${hue ?? tagHue(tag)})` }}
      />
      <span className="fl-tag-text">{visibleLine(tag)}</span>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="fl-tag-remove"
          aria-label={`Untag ${tag}`}
          onClick={onRemove}
        >
          <CloseIcon size={11} aria-hidden />
        </button>
      )}
    </span>
  );
}
