/**
 * The events that the worked analysis speaks of, by a name of their own. Each is the first match in the order of
 * time of a query on what was parsed, never a number; one that finds nothing is a bug.
 */
export interface KeyEventQuery {
  readonly query: string;
  /** Where the first match is not the one that is meant: matches from this UTC time on. */
  readonly from?: string;
}

export const KEY_EVENTS = {
  remoteHelp: { query: 'code:1 host:WS03* "mstsc.exe /v:WS07"' },
  portScan: { query: 'host:fw1 source.ip:203.0.113.66' },
  webScan: { query: 'category:web source.ip:203.0.113.66' },
  lure: { query: 'attachment:Invoice_4471.docm' },
  documentOpened: { query: 'code:1 host:WS07* "Invoice_4471.docm"' },
  hiddenShell: { query: 'code:1 host:WS07* CommandLine:*-enc*' },
  downloadScript: { query: 'code:4104 host:WS07* DownloadString' },
  firstContact: { query: 'code:3 host:WS07* DestinationIp:198.51.100.23' },
  sensorAlert: { query: 'host:sensor1 action:alert destination.ip:198.51.100.23' },
  implantWritten: { query: 'code:11 host:WS07* TargetFilename:*updsvc.exe' },
  runKey: { query: 'code:13 host:WS07* TargetObject:*OneDriveUpdate' },
  whoami: { query: 'code:1 host:WS07* "whoami /all"' },
  adminsListed: { query: 'code:1 host:WS07* "Domain Admins"' },
  lsassRead: { query: 'code:10 host:WS07* TargetImage:*lsass.exe' },
  guessing: { query: 'code:4625 host:DC1* TargetUserName:svc_backup' },
  guessed: { query: 'code:4624 host:DC1* TargetUserName:svc_backup' },
  vpnRefused: { query: 'host:vpn1 user:adm.nyberg' },
  serviceOnFiles: { query: 'code:4624 host:FS01* TargetUserName:svc_backup source.ip:192.0.2.107' },
  psexec: { query: 'code:7045 host:FS01* ServiceName:PSEXESVC' },
  contractsListed: { query: 'code:1 host:FS01* "dir D:\\\\Shares\\\\Contracts"' },
  refusedOnDesk: { query: 'code:4625 host:WS03* TargetUserName:svc_backup' },
  deskLocked: { query: 'code:4800 host:WS03*', from: '2026-05-12T13:00:00' },
  deskUnlocked: { query: 'code:4801 host:WS03*', from: '2026-05-12T13:00:00' },
  adminFromVictim: { query: 'code:4624 host:DC1* TargetUserName:adm.nyberg source.ip:192.0.2.107' },
  accountMade: { query: 'code:4720 host:DC1* TargetUserName:helpdesk2' },
  accountRaised: { query: 'code:4728 host:DC1* helpdesk2' },
  sshGuessing: { query: 'host:web1 action:ssh-login outcome:failure source.ip:203.0.113.66' },
  sshEntered: { query: 'host:web1 "Accepted password for backup"' },
  localAccount: { query: 'host:web1 "new user: name=sysupd"' },
  webShell: { query: 'category:web "POST /uploads/t.php"' },
  secretsRead: { query: 'category:web "t.php?c=cat"' },
  cloudEntered: { query: 'category:api source.ip:203.0.113.66' },
  backupRead: { query: 'action:GetObject source.ip:203.0.113.66' },
  cloudRefused: { query: 'action:CreateUser source.ip:203.0.113.66' },
  vpnEntered: { query: 'host:vpn1 user:helpdesk2 action:vpn-login' },
  implantedOnFiles: { query: 'code:4624 host:FS01* TargetUserName:helpdesk2' },
  contractsRead: { query: 'code:5145 host:FS01* SubjectUserName:helpdesk2' },
  packed: { query: 'code:1 host:FS01* "7z.exe a"' },
  firstUpload: {
    query: 'source.ip:192.0.2.20 destination.ip:198.51.100.23 flow.bytes_toserver:>200000000',
  },
  clearing: { query: 'code:1 host:WS07* "wevtutil.exe cl Security"' },
  cleared: { query: 'code:1102 host:WS07*' },
  detected: { query: 'code:1116 host:WS07*' },
  quarantined: { query: 'code:1117 host:WS07*' },
  implantedDisabled: { query: 'code:4725 host:DC1* TargetUserName:helpdesk2' },
  serviceDisabled: { query: 'code:4725 host:DC1* TargetUserName:svc_backup' },
  victimDisabled: { query: 'code:4725 host:DC1* TargetUserName:a.berg' },
  outboundBlocked: { query: 'host:fw1 action:firewall-block destination.ip:198.51.100.23' },
  localDisabled: { query: 'host:web1 "usermod -L sysupd"' },
  keyDisabled: { query: 'action:UpdateAccessKey' },
} as const satisfies { readonly [name: string]: KeyEventQuery };

export type KeyEvent = keyof typeof KEY_EVENTS;
