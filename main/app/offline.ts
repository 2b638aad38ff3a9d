import type { Session } from 'electron';
import { app } from 'electron';

/** Schemes that never leave the machine. */
const LOCAL = /^(app|blob|data|devtools):/;

/**
 * Chromium switches, set before the app is ready. No name resolves (an address counts as a name here), and the
 * browser's own errands (component and list updates, reports, prefetching) are off.
 */
export function cutNetworkSwitches(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('proxy-server', 'fireline.invalid:1');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  for (const errand of [
    'dns-prefetch-disable',
    'disable-background-networking',
    'disable-client-side-phishing-detection',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'disable-quic',
    'disable-sync',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(errand);
  }
  app.commandLine.appendSwitch(
    'disable-features',
    'AutofillServerCommunication,CertificateTransparencyComponentUpdater,DnsOverHttps,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints',
  );
}

/** Cancels every request of a session that is not for the app itself, before a socket is thought of. */
export function cutNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !LOCAL.test(details.url) });
  });
  // Without languages there is no dictionary to fetch; switching the checker off alone still fetches one.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
