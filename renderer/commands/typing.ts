const TAKES_TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=""], [contenteditable="true"]';

const takesText = (element: EventTarget | null): boolean =>
  element instanceof Element && element.closest(TAKES_TEXT) !== null;

/**
 * Whether keys pressed at this element are text. A list under a field is given the field's keys again, as if they were
 * pressed in the list: what has the focus decides then.
 */
export const isTyping = (target: EventTarget | null): boolean =>
  takesText(target) || takesText(document.activeElement);
