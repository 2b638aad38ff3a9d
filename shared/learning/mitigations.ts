/**
 * What can be done against the techniques that incidents usually meet: ids and names of ATT&CK mitigations and of
 * D3FEND techniques, as facts. Sub-techniques have those of their parent unless they are listed themselves.
 */
export const MITIGATION_NAMES: Readonly<Record<string, string>> = {
  M1013: 'Application Developer Guidance',
  M1015: 'Active Directory Configuration',
  M1016: 'Vulnerability Scanning',
  M1017: 'User Training',
  M1018: 'User Account Management',
  M1019: 'Threat Intelligence Program',
  M1020: 'SSL/TLS Inspection',
  M1021: 'Restrict Web-Based Content',
  M1022: 'Restrict File and Directory Permissions',
  M1024: 'Restrict Registry Permissions',
  M1025: 'Privileged Process Integrity',
  M1026: 'Privileged Account Management',
  M1027: 'Password Policies',
  M1028: 'Operating System Configuration',
  M1029: 'Remote Data Storage',
  M1030: 'Network Segmentation',
  M1031: 'Network Intrusion Prevention',
  M1032: 'Multi-factor Authentication',
  M1033: 'Limit Software Installation',
  M1034: 'Limit Hardware Installation',
  M1035: 'Limit Access to Resource Over Network',
  M1036: 'Account Use Policies',
  M1037: 'Filter Network Traffic',
  M1038: 'Execution Prevention',
  M1039: 'Environment Variable Permissions',
  M1040: 'Behavior Prevention on Endpoint',
  M1041: 'Encrypt Sensitive Information',
  M1042: 'Disable or Remove Feature or Program',
  M1043: 'Credential Access Protection',
  M1044: 'Restrict Library Loading',
  M1045: 'Code Signing',
  M1046: 'Boot Integrity',
  M1047: 'Audit',
  M1048: 'Application Isolation and Sandboxing',
  M1049: 'Antivirus/Antimalware',
  M1050: 'Exploit Protection',
  M1051: 'Update Software',
  M1052: 'User Account Control',
  M1053: 'Data Backup',
  M1054: 'Software Configuration',
  M1055: 'Do Not Mitigate',
  M1056: 'Pre-compromise',
  M1057: 'Data Loss Prevention',
  M1060: 'Out-of-Band Communications Channel',
};

/** D3FEND defensive techniques that bear on a technique, by the same rule. */
const D3FEND: Readonly<Record<string, readonly string[]>> = {
  T1021: ['D3-MFA', 'D3-ITF', 'D3-UBA'],
  T1041: ['D3-OTF', 'D3-NTA'],
  T1048: ['D3-OTF', 'D3-NTA'],
  T1053: ['D3-PSA', 'D3-SFA'],
  T1059: ['D3-EAL', 'D3-PSA', 'D3-PLA'],
  T1071: ['D3-OTF', 'D3-NTA'],
  T1078: ['D3-MFA', 'D3-UBA', 'D3-AL'],
  T1105: ['D3-FA', 'D3-NTA'],
  T1110: ['D3-MFA', 'D3-SPP', 'D3-AL'],
  T1133: ['D3-MFA', 'D3-ITF'],
  T1190: ['D3-SU', 'D3-ITF'],
  T1204: ['D3-EAL', 'D3-FA'],
  T1486: ['D3-FA', 'D3-PSA'],
  T1505: ['D3-FA', 'D3-PLA'],
  T1547: ['D3-SFA', 'D3-EAL'],
  T1566: ['D3-FA', 'D3-MA'],
  T1569: ['D3-PSA', 'D3-EAL'],
};

const D3FEND_NAMES: Readonly<Record<string, string>> = {
  'D3-AL': 'Account Locking',
  'D3-EAL': 'Executable Allowlisting',
  'D3-FA': 'File Analysis',
  'D3-ITF': 'Inbound Traffic Filtering',
  'D3-MA': 'Message Analysis',
  'D3-MFA': 'Multi-factor Authentication',
  'D3-NTA': 'Network Traffic Analysis',
  'D3-OTF': 'Outbound Traffic Filtering',
  'D3-PLA': 'Process Lineage Analysis',
  'D3-PSA': 'Process Spawn Analysis',
  'D3-SFA': 'System File Analysis',
  'D3-SPP': 'Strong Password Policy',
  'D3-SU': 'Software Update',
  'D3-UBA': 'User Behavior Analysis',
};

/** `D3-MFA Multi-factor Authentication`, … */
export const defencesOf = (technique: string): readonly string[] =>
  (D3FEND[technique] ?? D3FEND[technique.slice(0, 5)] ?? []).map(
    (id) => `${id} ${D3FEND_NAMES[id] ?? ''}`,
  );
