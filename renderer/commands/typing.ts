const TAKES_TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=""], [contenteditable="true"]';

/** Whether keys pressed at this element are text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TAKES_TEXT) !== null;
