import { z } from 'zod';
import type { HostMethod, HostParams } from './bridge.ts';

const nothing = z.strictObject({});
const path = z.string().min(1).max(32_768);
const title = z.string().max(400);

const about = z.string().max(4_000);

/** Also what a print job file holds, when the command line prints. */
export const printRequest = z.strictObject({
  html: z.string(),
  header: z.string().max(20_000),
  footer: z.string().max(20_000),
  page: z.enum(['A4', 'Letter']),
  path,
  about: z
    .strictObject({ title: about, author: about, subject: about, keywords: about })
    .exactOptional(),
});

/** What the host accepts from the page, which runs next to hostile evidence. */
const schemas: { readonly [M in HostMethod]: z.ZodType<HostParams<M>> } = {
  'window.ready': nothing,
  'window.flushed': nothing,
  'window.setTitle': z.strictObject({ title }),
  'window.setTheme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'window.close': nothing,
  'dialog.openFiles': nothing,
  'dialog.openFolders': nothing,
  'dialog.openCase': nothing,
  'dialog.chooseFolder': z.strictObject({ title }),
  'dialog.openJson': z.strictObject({ title }),
  'dialog.openDocx': z.strictObject({ title }),
  'dialog.save': z.strictObject({
    title,
    name: z.string().max(255),
    kind: z.enum(['pdf', 'docx', 'html', 'md', 'csv', 'json', 'jsonl', 'text', 'bundle']),
  }),
  'clipboard.writeText': z.strictObject({ text: z.string().max(50_000_000) }),
  'shell.showInFolder': z.strictObject({ path }),
  'print.pdf': printRequest,
  'print.cancel': z.strictObject({ path }),
  'print.paper': z.strictObject({
    html: z.string(),
    page: z.enum(['A4', 'Letter']),
    header: about.exactOptional(),
  }),
  'engine.restart': nothing,
};

export const isHostMethod = (name: unknown): name is HostMethod =>
  typeof name === 'string' && Object.hasOwn(schemas, name);

/** The parameters of a host call, or why they are not. */
export function checkHostParams<M extends HostMethod>(
  method: M,
  params: unknown,
):
  | { readonly ok: true; readonly params: HostParams<M> }
  | { readonly ok: false; readonly why: string } {
  const checked = schemas[method].safeParse(params);
  return checked.success
    ? { ok: true, params: checked.data }
    : { ok: false, why: z.prettifyError(checked.error) };
}
