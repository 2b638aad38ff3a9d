import type { EngineApi } from '#shared/ipc/engine-api.ts';
import { ReportService } from '../../report/report-service.ts';
import { readTemplate } from '../../report/templates.ts';
import type { Handlers } from '../handlers.ts';
import { reportHost } from '../report-host.ts';
import type { Session } from '../session.ts';
import type { SessionHolder } from '../session-holder.ts';
import { unwrap } from '../unwrap.ts';

type Calls = Extract<keyof EngineApi, `report.${string}`>;

export function reportArea(holder: SessionHolder, clock: () => number): Handlers<Calls> {
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
    'report.metrics': async () => (await service(holder.open)).metrics(),
    'report.html': async ({ report, page }) =>
      unwrap(await (await service(holder.open)).html(report, page)),
    'report.template': ({ template }) => unwrap(readTemplate(template)),
    'report.export': async (request) =>
      unwrap(await (await service(holder.open.writable)).export(request)),
    'report.seal': async ({ report, path }) =>
      unwrap(await (await service(holder.open.writable)).seal(report, path)),
  };
}
