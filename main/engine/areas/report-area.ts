import { join } from 'node:path';
import type { EngineApi } from '#shared/ipc/engine-api.ts';
import { ReportService } from '../../report/report-service.ts';
import { sectionsOf } from '../../report/templates/template-file.ts';
import { templateOfSections } from '../../report/templates/template-of-sections.ts';
import { TemplateShelf } from '../../report/templates/template-shelf.ts';
import type { EnginePaths } from '../engine-paths.ts';
import type { Handlers } from '../handlers.ts';
import { reportHost } from '../report-host.ts';
import type { Session } from '../session.ts';
import type { SessionHolder } from '../session-holder.ts';
import { unwrap } from '../unwrap.ts';

type Calls = Extract<keyof EngineApi, `report.${string}`>;

export function reportArea(
  holder: SessionHolder,
  paths: EnginePaths,
  clock: () => number,
): Handlers<Calls> {
  const shelf = new TemplateShelf(join(paths.userData, 'templates'));
  const services = new WeakMap<Session, ReportService>();
  const service = async (session: Session): Promise<ReportService> => {
    const known = services.get(session);
    if (known !== undefined) return known;
    const made = new ReportService(reportHost(session, await holder.signer(), clock));
    services.set(session, made);
    return made;
  };
  return {
    'report.citations': async ({ ids }) => (await service(holder.open)).citations(ids),
    'report.records': async ({ report }) =>
      unwrap(await (await service(holder.open)).records(report)),
    'report.release': async ({ report }) =>
      unwrap(await (await service(holder.open)).release(report)),
    'report.freeze': async ({ report, blocks }) =>
      unwrap(await (await service(holder.open)).freeze(report, blocks)),
    'report.frozen': async ({ report }) =>
      unwrap(await (await service(holder.open)).frozen(report)),
    'report.metrics': async () => (await service(holder.open)).metrics(),
    'report.html': async ({ report, page }) =>
      unwrap(await (await service(holder.open)).html(report, page)),
    'report.templates': () => shelf.list(),
    'report.template': async ({ template }) => {
      const found = unwrap(await shelf.read(template));
      return { kind: found.kind, layout: found.layout, sections: sectionsOf(found) };
    },
    'report.template.save': async (params) => unwrap(await shelf.keep(templateOfSections(params))),
    'report.template.remove': async ({ template }) => unwrap(await shelf.remove(template)),
    'report.template.export': async ({ template, path }) =>
      unwrap(await shelf.exportTo(template, path)),
    'report.template.import': async ({ path }) => unwrap(await shelf.importFrom(path)),
    'report.export': async (request, signal) =>
      unwrap(await (await service(holder.open.writable)).export(request, signal)),
    'report.seal': async ({ report, path }) =>
      unwrap(await (await service(holder.open.writable)).seal(report, path)),
  };
}
