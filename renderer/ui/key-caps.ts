const CAPS: { readonly [key: string]: string } = {
  $mod: 'Ctrl',
  control: 'Ctrl',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  space: 'Space',
  backspace: '⌫',
  delete: 'Del',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  equal: '+',
};

const cap = (part: string): string =>
  CAPS[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);

/** What is printed on each key of a binding in tinykeys notation: `$mod+Shift+p` → Ctrl, Shift, P. */
export const keyCaps = (binding: string): readonly string[] =>
  binding
    .split(' ')
    .flatMap((press) =>
      press === '+' ? ['+'] : press.split(/(?<=.)\+/).map((part) => cap(part.trim())),
    );
