import { readTemplateText, type TemplateFile } from './template-file.ts';

const files = import.meta.glob<string>('../../../resources/templates/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** In the order in which they are offered; any other comes after them. */
const ORDER = [
  'post-mortem',
  'executive-summary',
  'regulator-notification',
  'hand-over',
  'custody-statement',
  'lessons-learned',
];

const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Every template that is shipped, by name. A malformed one is a bug, so it throws. */
export const SHIPPED_TEMPLATES: ReadonlyMap<string, TemplateFile> = new Map(
  Object.entries(files)
    .map(([path, text]): readonly [string, TemplateFile] => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      const read = readTemplateText(text);
      if (!read.ok) throw new Error(`the template ${name} ${read.failure.message}`);
      return [name, read.value];
    })
    .sort(([a], [b]) => place(a) - place(b)),
);
