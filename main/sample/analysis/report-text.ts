import type { ReportId } from '#shared/model/ids.ts';
import type { SampleText } from './report-sections.ts';

export const REPORT_ID = 'sample-post-mortem' as ReportId;

export const SAMPLE_HEADER = {
  title: 'Intrusion at Lindholm, 11 to 13 May 2026',
  subtitle: 'Post-mortem of case INC-2207',
  classification: 'TLP:AMBER · Confidential',
  organisation: 'Lindholm (a firm of the sample case)',
  template: 'post-mortem',
  state: 'review',
  reviewer: 'Mira Lund',
} as const;

/** What the analyst wrote, by section of the post-mortem template, in the markup of prose.ts. */
export const SAMPLE_TEXT: SampleText = {
  Summary: `On 12 May 2026 at 09:12 UTC Anna Berg opened an invoice that was not one {documentOpened}. A macro started PowerShell {hiddenShell}, which installed a remote-control program on her workstation {@WS07} {implantWritten}. Within five hours the intruder held a domain administrator’s account {adminFromVictim} and had made one of their own, {@helpdesk2} {accountMade} {accountRaised}. In the night to 13 May they came back over the VPN {vpnEntered}, packed the share with all contracts {packed} and sent **at least 2.5 GB** of it to a server on the internet {firstUpload}.

In the same night the public web server {@web1} was entered from the same address with a guessed password {sshEntered}; a key found there gave access to backups of the web site {backupRead}.

The intrusion was noticed on 13 May at 08:05 UTC, when Microsoft Defender knew the program {detected}. An alert of the network sensor had said it on the day before, one second after the macro ran {sensorAlert}; nobody reads those alerts. By 09:31 UTC all accounts, addresses and keys that the intruder is known to have used were closed {keyDisabled}. There is no sign of activity after that in the evidence, which ends at midnight.`,

  Impact: `**Data.** The whole Contracts share of {@FS01} must be taken as known to the intruder {finding:theft}: it was listed {contractsListed}, read {contractsRead}, packed and sent. Fourteen database dumps of the web site were read from the cloud backup {finding:cloud}.

**Systems.** {@WS07}, {@FS01}, {@DC1} and {@web1} were under the intruder’s control. {@WS03} refused them {refusedOnDesk}. WS01, WS02, WS04 and WS05 were not collected; the logs of {@DC1} and {@FS01} show no logon of the intruder’s accounts from or to them, which does not prove that there was none.

**Accounts.** {@a.berg}, {@svc_backup} and {@adm.nyberg} were used by the intruder; {@helpdesk2} in the domain and {@sysupd} on {@web1} {localAccount} were made by them.

**Operations.** File services were interrupted for a day while {@FS01} was examined. Nothing was encrypted or destroyed but one log {cleared}.`,

  Timeline: `The intruder’s work falls into three parts. On the evening of 11 May they looked at what Lindholm shows to the internet {portScan} {webScan}. On 12 May, in office hours, they took a workstation, then a service account by guessing {guessing} {guessed}, then the file server {serviceOnFiles} {psexec}, then the domain. In the small hours of 13 May they took what they had come for, entered {@web1} {sshGuessing}, and removed traces on {@WS07} {clearing}.

Two attempts failed: a logon to the VPN as {@adm.nyberg} was refused twice {vpnRefused}, and the stolen cloud key was not allowed to make new users {cloudRefused}.`,

  Scope: `Four machines were under the intruder’s control: {@WS07} {implantWritten}, {@FS01} {psexec}, {@DC1} {adminFromVictim} and {@web1} {sshEntered}. The VPN gateway let them in {vpnEntered}; nothing shows that it was taken itself. {@WS03} refused them {refusedOnDesk} and is cleared, within what its logs can show. WS01, WS02, WS04 and WS05 could not be examined: they were not collected.`,

  'Root cause': `Four conditions together made a wrong click into the loss of the domain:

- The mail gateway delivers documents with macros although it cannot scan them {lure}, and Office runs macros from the internet.
- An administrator’s session was left open on a user’s workstation {remoteHelp}, so that reading the memory of LSASS {lsassRead} gave credentials of a domain administrator {finding:domain}.
- {@svc_backup} had a password that was found by guessing, may log on from everywhere, and is an administrator on {@FS01}.
- The VPN asks for no second factor, so that an account made in the domain was enough to come in.

On {@web1}, the account {@backup} had a password although it needs none {finding:web}, and the web server’s configuration held a key to the cloud account {secretsRead}.

It was not noticed earlier because nobody watches: the sensor’s alert of 12 May, 46 failed logons within 86 seconds, a new domain administrator and 2.5 GB leaving a file server at night were all recorded, and none was looked at.`,

  Techniques: `The intruder used what is at hand: a macro, PowerShell, PsExec, 7-Zip, curl and wevtutil, and one program of their own with a call every ten minutes {firstContact} and a Run key {runKey}. They asked for the domain’s administrators by name {whoami} {adminsListed}, worked quickly and hid little. This points to practice, not to extraordinary means. The report makes no statement on who they are.`,

  Response: `On 13 May, all times UTC:

- **08:05** Defender raises the alert {detected} and quarantines the file {quarantined}. The program goes on running in memory and calling home.
- **08:20** Anna Berg opens ticket INC-2207; Karin Nyberg takes charge.
- **08:41 to 08:44** {@helpdesk2} {implantedDisabled}, {@svc_backup} {serviceDisabled} and {@a.berg} {victimDisabled} are disabled. Decided by Karin Nyberg.
- **08:47** The firewall refuses 198.51.100.23 {outboundBlocked}.
- **08:52** {@sysupd} is locked on {@web1} {localDisabled}, the web shell removed.
- **09:10** {@WS07} is taken off the network.
- **09:31** The cloud key is disabled {keyDisabled}.

Management was told at 09:40 UTC, legal counsel at 10:15 UTC; the supervisory authority was notified on 15 May, within 72 hours of 08:20 UTC on 13 May, when Lindholm became aware. {@WS07} and {@web1} were installed anew, {@FS01} was examined and cleaned, and the krbtgt password was changed twice by 15:30 UTC on 14 May. File services were open again on 15 May at 07:00 UTC.`,

  'Lessons and actions': `What worked: Sysmon on {@WS07} and {@FS01} carried the story across the cleared log; the firewall and the sensor kept their logs for longer than the intruder stayed; the first four containment acts took eleven minutes.

What was luck: the intruder left Sysmon’s log alone, and Anna Berg reported the warning at once.

That no forged Kerberos tickets were used cannot be shown from this evidence {finding:noKerberos}.`,
};
