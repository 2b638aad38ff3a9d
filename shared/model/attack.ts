import type { Phase } from './board.ts';

/**
 * MITRE ATT&CK for Enterprise, version 19 (April 2026): the tactics and the techniques that incidents usually
 * meet. Ids and names only; ATT&CK is © The MITRE Corporation and used under its terms of use. An id that is not
 * in this table is still a valid id: the table names, it does not restrict.
 *
 * Version 19 split Defense Evasion into Stealth and Defense Impairment and gave a family of techniques new ids.
 * The lanes keep the fourteen tactics of before, which most rules and reports still speak of; ids of both
 * versions are named, and REVOKED says which id took the place of an older one.
 */
export const ATTACK_VERSION = '19';

export interface Tactic {
  readonly id: string;
  readonly phase: Exclude<Phase, 'response'>;
  readonly name: string;
}

export const TACTICS: readonly Tactic[] = [
  { id: 'TA0043', phase: 'reconnaissance', name: 'Reconnaissance' },
  { id: 'TA0042', phase: 'resource-development', name: 'Resource Development' },
  { id: 'TA0001', phase: 'initial-access', name: 'Initial Access' },
  { id: 'TA0002', phase: 'execution', name: 'Execution' },
  { id: 'TA0003', phase: 'persistence', name: 'Persistence' },
  { id: 'TA0004', phase: 'privilege-escalation', name: 'Privilege Escalation' },
  { id: 'TA0005', phase: 'defense-evasion', name: 'Defense Evasion' },
  { id: 'TA0006', phase: 'credential-access', name: 'Credential Access' },
  { id: 'TA0007', phase: 'discovery', name: 'Discovery' },
  { id: 'TA0008', phase: 'lateral-movement', name: 'Lateral Movement' },
  { id: 'TA0009', phase: 'collection', name: 'Collection' },
  { id: 'TA0011', phase: 'command-and-control', name: 'Command and Control' },
  { id: 'TA0010', phase: 'exfiltration', name: 'Exfiltration' },
  { id: 'TA0040', phase: 'impact', name: 'Impact' },
];

const R = 'reconnaissance';
const D = 'resource-development';
const I = 'initial-access';
const E = 'execution';
const P = 'persistence';
const V = 'privilege-escalation';
const S = 'defense-evasion';
const C = 'credential-access';
const Y = 'discovery';
const L = 'lateral-movement';
const N = 'collection';
const K = 'command-and-control';
const X = 'exfiltration';
const M = 'impact';

/** id, name (of a sub-technique, its own part), tactics it serves. */
type Row = readonly [id: string, name: string, ...tactics: Tactic['phase'][]];

const ROWS: readonly Row[] = [
  ['T1595', 'Active Scanning', R],
  ['T1595.001', 'Scanning IP Blocks', R],
  ['T1595.002', 'Vulnerability Scanning', R],
  ['T1595.003', 'Wordlist Scanning', R],
  ['T1592', 'Gather Victim Host Information', R],
  ['T1589', 'Gather Victim Identity Information', R],
  ['T1589.001', 'Credentials', R],
  ['T1590', 'Gather Victim Network Information', R],
  ['T1598', 'Phishing for Information', R],
  ['T1583', 'Acquire Infrastructure', D],
  ['T1583.001', 'Domains', D],
  ['T1586', 'Compromise Accounts', D],
  ['T1584', 'Compromise Infrastructure', D],
  ['T1587', 'Develop Capabilities', D],
  ['T1587.001', 'Malware', D],
  ['T1588', 'Obtain Capabilities', D],
  ['T1588.002', 'Tool', D],
  ['T1608', 'Stage Capabilities', D],
  ['T1189', 'Drive-by Compromise', I],
  ['T1190', 'Exploit Public-Facing Application', I],
  ['T1133', 'External Remote Services', P, I],
  ['T1200', 'Hardware Additions', I],
  ['T1566', 'Phishing', I],
  ['T1566.001', 'Spearphishing Attachment', I],
  ['T1566.002', 'Spearphishing Link', I],
  ['T1566.003', 'Spearphishing via Service', I],
  ['T1566.004', 'Spearphishing Voice', I],
  ['T1091', 'Replication Through Removable Media', L, I],
  ['T1195', 'Supply Chain Compromise', I],
  ['T1195.002', 'Compromise Software Supply Chain', I],
  ['T1199', 'Trusted Relationship', I],
  ['T1078', 'Valid Accounts', S, P, V, I],
  ['T1078.001', 'Default Accounts', S, P, V, I],
  ['T1078.002', 'Domain Accounts', S, P, V, I],
  ['T1078.003', 'Local Accounts', S, P, V, I],
  ['T1078.004', 'Cloud Accounts', S, P, V, I],
  ['T1059', 'Command and Scripting Interpreter', E],
  ['T1059.001', 'PowerShell', E],
  ['T1059.002', 'AppleScript', E],
  ['T1059.003', 'Windows Command Shell', E],
  ['T1059.004', 'Unix Shell', E],
  ['T1059.005', 'Visual Basic', E],
  ['T1059.006', 'Python', E],
  ['T1059.007', 'JavaScript', E],
  ['T1059.012', 'Hypervisor CLI', E],
  ['T1203', 'Exploitation for Client Execution', E],
  ['T1559', 'Inter-Process Communication', E],
  ['T1106', 'Native API', E],
  ['T1053', 'Scheduled Task/Job', E, P, V],
  ['T1053.002', 'At', E, P, V],
  ['T1053.003', 'Cron', E, P, V],
  ['T1053.005', 'Scheduled Task', E, P, V],
  ['T1053.006', 'Systemd Timers', E, P, V],
  ['T1129', 'Shared Modules', E],
  ['T1072', 'Software Deployment Tools', E, L],
  ['T1569', 'System Services', E],
  ['T1569.002', 'Service Execution', E],
  ['T1204', 'User Execution', E],
  ['T1204.001', 'Malicious Link', E],
  ['T1204.002', 'Malicious File', E],
  ['T1047', 'Windows Management Instrumentation', E],
  ['T1098', 'Account Manipulation', P, V],
  ['T1098.003', 'Additional Cloud Roles', P, V],
  ['T1098.004', 'SSH Authorized Keys', P, V],
  ['T1098.007', 'Additional Local or Domain Groups', P, V],
  ['T1197', 'BITS Jobs', S, P],
  ['T1547', 'Boot or Logon Autostart Execution', P, V],
  ['T1547.001', 'Registry Run Keys / Startup Folder', P, V],
  ['T1547.004', 'Winlogon Helper DLL', P, V],
  ['T1547.009', 'Shortcut Modification', P, V],
  ['T1037', 'Boot or Logon Initialization Scripts', P, V],
  ['T1176', 'Software Extensions', P],
  ['T1137', 'Office Application Startup', P],
  ['T1136', 'Create Account', P],
  ['T1136.001', 'Local Account', P],
  ['T1136.002', 'Domain Account', P],
  ['T1136.003', 'Cloud Account', P],
  ['T1543', 'Create or Modify System Process', P, V],
  ['T1543.002', 'Systemd Service', P, V],
  ['T1543.003', 'Windows Service', P, V],
  ['T1546', 'Event Triggered Execution', P, V],
  ['T1546.003', 'Windows Management Instrumentation Event Subscription', P, V],
  ['T1546.008', 'Accessibility Features', P, V],
  ['T1546.012', 'Image File Execution Options Injection', P, V],
  ['T1546.015', 'Component Object Model Hijacking', P, V],
  ['T1574', 'Hijack Execution Flow', P, V, S],
  ['T1574.001', 'DLL', P, V, S],
  ['T1574.011', 'Services Registry Permissions Weakness', P, V, S],
  ['T1556', 'Modify Authentication Process', C, S, P],
  ['T1505', 'Server Software Component', P],
  ['T1505.003', 'Web Shell', P],
  ['T1205', 'Traffic Signaling', S, P, K],
  ['T1548', 'Abuse Elevation Control Mechanism', V, S],
  ['T1548.002', 'Bypass User Account Control', V, S],
  ['T1548.003', 'Sudo and Sudo Caching', V, S],
  ['T1134', 'Access Token Manipulation', S, V],
  ['T1134.001', 'Token Impersonation/Theft', S, V],
  ['T1134.002', 'Create Process with Token', S, V],
  ['T1484', 'Domain or Tenant Policy Modification', S, V],
  ['T1484.001', 'Group Policy Modification', S, V],
  ['T1068', 'Exploitation for Privilege Escalation', V],
  ['T1611', 'Escape to Host', V],
  ['T1055', 'Process Injection', S, V],
  ['T1055.001', 'Dynamic-link Library Injection', S, V],
  ['T1055.012', 'Process Hollowing', S, V],
  ['T1140', 'Deobfuscate/Decode Files or Information', S],
  ['T1006', 'Direct Volume Access', S],
  ['T1222', 'File and Directory Permissions Modification', S],
  ['T1564', 'Hide Artifacts', S],
  ['T1564.001', 'Hidden Files and Directories', S],
  ['T1564.003', 'Hidden Window', S],
  ['T1564.004', 'NTFS File Attributes', S],
  ['T1562', 'Impair Defenses', S],
  ['T1562.001', 'Disable or Modify Tools', S],
  ['T1562.002', 'Disable Windows Event Logging', S],
  ['T1562.004', 'Disable or Modify System Firewall', S],
  ['T1685', 'Disable or Modify Tools', S],
  ['T1685.001', 'Disable or Modify Windows Event Log', S],
  ['T1685.002', 'Disable or Modify Cloud Log', S],
  ['T1685.004', 'Disable or Modify Linux Audit System Log', S],
  ['T1685.005', 'Clear Windows Event Logs', S],
  ['T1685.006', 'Clear Linux or Mac System Logs', S],
  ['T1686', 'Disable or Modify System Firewall', S],
  ['T1686.001', 'Cloud Firewall', S],
  ['T1686.003', 'Windows Host Firewall', S],
  ['T1688', 'Safe Mode Boot', S],
  ['T1689', 'Downgrade Attack', S],
  ['T1690', 'Prevent Command History Logging', S],
  ['T1070', 'Indicator Removal', S],
  ['T1070.001', 'Clear Windows Event Logs', S],
  ['T1070.002', 'Clear Linux or Mac System Logs', S],
  ['T1070.003', 'Clear Command History', S],
  ['T1070.004', 'File Deletion', S],
  ['T1070.006', 'Timestomp', S],
  ['T1202', 'Indirect Command Execution', S],
  ['T1036', 'Masquerading', S],
  ['T1036.003', 'Rename Legitimate Utilities', S],
  ['T1036.005', 'Match Legitimate Resource Name or Location', S],
  ['T1112', 'Modify Registry', S, P],
  ['T1027', 'Obfuscated Files or Information', S],
  ['T1027.010', 'Command Obfuscation', S],
  ['T1014', 'Rootkit', S],
  ['T1553', 'Subvert Trust Controls', S],
  ['T1553.004', 'Install Root Certificate', S],
  ['T1553.005', 'Mark-of-the-Web Bypass', S],
  ['T1684', 'Social Engineering', S],
  ['T1684.001', 'Impersonation', S],
  ['T1216', 'System Script Proxy Execution', S],
  ['T1218', 'System Binary Proxy Execution', S],
  ['T1218.003', 'CMSTP', S],
  ['T1218.005', 'Mshta', S],
  ['T1218.007', 'Msiexec', S],
  ['T1218.008', 'Odbcconf', S],
  ['T1218.010', 'Regsvr32', S],
  ['T1218.011', 'Rundll32', S],
  ['T1127', 'Trusted Developer Utilities Proxy Execution', S],
  ['T1497', 'Virtualization/Sandbox Evasion', S, Y],
  ['T1557', 'Adversary-in-the-Middle', C, N],
  ['T1557.001', 'Name Resolution Poisoning and SMB Relay', C, N],
  ['T1110', 'Brute Force', C],
  ['T1110.001', 'Password Guessing', C],
  ['T1110.002', 'Password Cracking', C],
  ['T1110.003', 'Password Spraying', C],
  ['T1110.004', 'Credential Stuffing', C],
  ['T1555', 'Credentials from Password Stores', C],
  ['T1555.003', 'Credentials from Web Browsers', C],
  ['T1212', 'Exploitation for Credential Access', C],
  ['T1187', 'Forced Authentication', C],
  ['T1606', 'Forge Web Credentials', C],
  ['T1056', 'Input Capture', N, C],
  ['T1056.001', 'Keylogging', N, C],
  ['T1111', 'Multi-Factor Authentication Interception', C],
  ['T1621', 'Multi-Factor Authentication Request Generation', C],
  ['T1040', 'Network Sniffing', C, Y],
  ['T1003', 'OS Credential Dumping', C],
  ['T1003.001', 'LSASS Memory', C],
  ['T1003.002', 'Security Account Manager', C],
  ['T1003.003', 'NTDS', C],
  ['T1003.004', 'LSA Secrets', C],
  ['T1003.005', 'Cached Domain Credentials', C],
  ['T1003.006', 'DCSync', C],
  ['T1003.008', '/etc/passwd and /etc/shadow', C],
  ['T1528', 'Steal Application Access Token', C],
  ['T1558', 'Steal or Forge Kerberos Tickets', C],
  ['T1558.001', 'Golden Ticket', C],
  ['T1558.003', 'Kerberoasting', C],
  ['T1558.004', 'AS-REP Roasting', C],
  ['T1539', 'Steal Web Session Cookie', C],
  ['T1552', 'Unsecured Credentials', C],
  ['T1552.001', 'Credentials In Files', C],
  ['T1552.004', 'Private Keys', C],
  ['T1552.006', 'Group Policy Preferences', C],
  ['T1649', 'Steal or Forge Authentication Certificates', C],
  ['T1087', 'Account Discovery', Y],
  ['T1087.001', 'Local Account', Y],
  ['T1087.002', 'Domain Account', Y],
  ['T1482', 'Domain Trust Discovery', Y],
  ['T1083', 'File and Directory Discovery', Y],
  ['T1046', 'Network Service Discovery', Y],
  ['T1135', 'Network Share Discovery', Y],
  ['T1069', 'Permission Groups Discovery', Y],
  ['T1069.001', 'Local Groups', Y],
  ['T1069.002', 'Domain Groups', Y],
  ['T1057', 'Process Discovery', Y],
  ['T1012', 'Query Registry', Y],
  ['T1018', 'Remote System Discovery', Y],
  ['T1518', 'Software Discovery', Y],
  ['T1518.001', 'Security Software Discovery', Y],
  ['T1082', 'System Information Discovery', Y],
  ['T1016', 'System Network Configuration Discovery', Y],
  ['T1049', 'System Network Connections Discovery', Y],
  ['T1033', 'System Owner/User Discovery', Y],
  ['T1007', 'System Service Discovery', Y],
  ['T1210', 'Exploitation of Remote Services', L],
  ['T1534', 'Internal Spearphishing', L],
  ['T1570', 'Lateral Tool Transfer', L],
  ['T1563', 'Remote Service Session Hijacking', L],
  ['T1563.002', 'RDP Hijacking', L],
  ['T1021', 'Remote Services', L],
  ['T1021.001', 'Remote Desktop Protocol', L],
  ['T1021.002', 'SMB/Windows Admin Shares', L],
  ['T1021.003', 'Distributed Component Object Model', L],
  ['T1021.004', 'SSH', L],
  ['T1021.005', 'VNC', L],
  ['T1021.006', 'Windows Remote Management', L],
  ['T1080', 'Taint Shared Content', L],
  ['T1550', 'Use Alternate Authentication Material', S, L],
  ['T1550.002', 'Pass the Hash', S, L],
  ['T1550.003', 'Pass the Ticket', S, L],
  ['T1560', 'Archive Collected Data', N],
  ['T1560.001', 'Archive via Utility', N],
  ['T1119', 'Automated Collection', N],
  ['T1115', 'Clipboard Data', N],
  ['T1530', 'Data from Cloud Storage', N],
  ['T1213', 'Data from Information Repositories', N],
  ['T1005', 'Data from Local System', N],
  ['T1039', 'Data from Network Shared Drive', N],
  ['T1025', 'Data from Removable Media', N],
  ['T1074', 'Data Staged', N],
  ['T1074.001', 'Local Data Staging', N],
  ['T1114', 'Email Collection', N],
  ['T1114.003', 'Email Forwarding Rule', N],
  ['T1113', 'Screen Capture', N],
  ['T1071', 'Application Layer Protocol', K],
  ['T1071.001', 'Web Protocols', K],
  ['T1071.004', 'DNS', K],
  ['T1132', 'Data Encoding', K],
  ['T1568', 'Dynamic Resolution', K],
  ['T1573', 'Encrypted Channel', K],
  ['T1008', 'Fallback Channels', K],
  ['T1105', 'Ingress Tool Transfer', K],
  ['T1095', 'Non-Application Layer Protocol', K],
  ['T1571', 'Non-Standard Port', K],
  ['T1572', 'Protocol Tunneling', K],
  ['T1090', 'Proxy', K],
  ['T1090.003', 'Multi-hop Proxy', K],
  ['T1219', 'Remote Access Tools', K],
  ['T1219.002', 'Remote Desktop Software', K],
  ['T1102', 'Web Service', K],
  ['T1020', 'Automated Exfiltration', X],
  ['T1030', 'Data Transfer Size Limits', X],
  ['T1048', 'Exfiltration Over Alternative Protocol', X],
  ['T1048.001', 'Exfiltration Over Symmetric Encrypted Non-C2 Protocol', X],
  ['T1048.002', 'Exfiltration Over Asymmetric Encrypted Non-C2 Protocol', X],
  ['T1048.003', 'Exfiltration Over Unencrypted Non-C2 Protocol', X],
  ['T1041', 'Exfiltration Over C2 Channel', X],
  ['T1052', 'Exfiltration Over Physical Medium', X],
  ['T1052.001', 'Exfiltration over USB', X],
  ['T1567', 'Exfiltration Over Web Service', X],
  ['T1567.002', 'Exfiltration to Cloud Storage', X],
  ['T1531', 'Account Access Removal', M],
  ['T1485', 'Data Destruction', M],
  ['T1486', 'Data Encrypted for Impact', M],
  ['T1565', 'Data Manipulation', M],
  ['T1491', 'Defacement', M],
  ['T1561', 'Disk Wipe', M],
  ['T1499', 'Endpoint Denial of Service', M],
  ['T1657', 'Financial Theft', M],
  ['T1490', 'Inhibit System Recovery', M],
  ['T1498', 'Network Denial of Service', M],
  ['T1496', 'Resource Hijacking', M],
  ['T1489', 'Service Stop', M],
  ['T1529', 'System Shutdown/Reboot', M],
];

/** Ids that version 19 revoked, and what took their place. */
const REVOKED: Readonly<Record<string, string>> = {
  T1562: 'T1685',
  'T1562.001': 'T1685',
  'T1562.002': 'T1685.001',
  'T1562.004': 'T1686',
  'T1070.001': 'T1685.005',
  'T1070.002': 'T1685.006',
};

export interface Technique {
  readonly id: string;
  /** Of a sub-technique with its parent's before it, as ATT&CK writes it. */
  readonly name: string;
  readonly tactics: readonly Tactic['phase'][];
  /** The id that ATT&CK now uses instead. */
  readonly replacedBy?: string;
}

const ownNames = new Map(ROWS.map(([id, name]) => [id, name]));

export const TECHNIQUES: readonly Technique[] = ROWS.map(([id, name, ...tactics]) => {
  const parent = ownNames.get(id.slice(0, 5));
  const full = id.length > 5 && parent !== undefined ? `${parent}: ${name}` : name;
  const replacedBy = REVOKED[id];
  return { id, name: full, tactics, ...(replacedBy !== undefined && { replacedBy }) };
});

const byId = new Map(TECHNIQUES.map((technique) => [technique.id, technique]));

export const TECHNIQUE_ID = /^T\d{4}(\.\d{3})?$/;

/** The technique of this id; undefined for one that the table does not name. */
export const techniqueById = (id: string): Technique | undefined => byId.get(id);

/** `T1059.001 Command and Scripting Interpreter: PowerShell`, or the id alone where the table has no name. */
export const techniqueLabel = (id: string): string => {
  const known = byId.get(id);
  return known === undefined ? id : `${id} ${known.name}`;
};

export const tacticOf = (idOrPhase: string): Tactic | undefined =>
  TACTICS.find(({ id, phase }) => id === idOrPhase || phase === idOrPhase);

/** What a lane is called on screen and on paper. */
export const phaseName = (phase: Phase): string => tacticOf(phase)?.name ?? 'Response';
