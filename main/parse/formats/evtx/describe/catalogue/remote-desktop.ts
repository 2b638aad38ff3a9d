import type { EventDefinition, ProviderDefinitions } from '../definition.ts';

const session = (action: string, message: string): EventDefinition => ({
  category: 'session',
  action,
  user: 'User',
  sourceIp: 'Address',
  message,
});

/** Sessions as the local session manager sees them, console included. */
export const localSessions: ProviderDefinitions = {
  providers: ['Microsoft-Windows-TerminalServices-LocalSessionManager'],
  category: 'session',
  events: {
    21: session('session-logon', '{User} logged on to session {SessionID}[ from {Address}]'),
    22: session(
      'session-shell-started',
      'Shell started for {User} in session {SessionID}[ from {Address}]',
    ),
    23: session('session-logoff', '{User} logged off session {SessionID}'),
    24: session(
      'session-disconnected',
      '{User} disconnected from session {SessionID}[, client {Address}]',
    ),
    25: session(
      'session-reconnected',
      '{User} reconnected to session {SessionID}[ from {Address}]',
    ),
    39: session(
      'session-disconnected',
      'Session {TargetSession} was disconnected by session {Source}',
    ),
    40: session('session-disconnected', 'Session {Session} disconnected: {Reason:disconnect}'),
    41: session('session-arbitration', 'Session {SessionID} begins for {User}'),
    42: session('session-arbitration', 'Session {SessionID} arbitrated for {User}'),
  },
};

export const remoteConnections: ProviderDefinitions = {
  providers: ['Microsoft-Windows-TerminalServices-RemoteConnectionManager'],
  category: 'session',
  events: {
    261: {
      category: 'network',
      action: 'remote-desktop-connection',
      message: 'Remote desktop listener {listenerName} received a connection',
    },
    1149: {
      category: 'authentication',
      action: 'remote-desktop-authenticated',
      outcome: 'success',
      user: 'Param1',
      sourceIp: 'Param3',
      message:
        'Remote desktop connection of {@Param1}[ from {Param3}] passed network level authentication',
    },
    1158: {
      category: 'network',
      action: 'remote-desktop-connection',
      sourceIp: 'Param1',
      message: 'Remote desktop connection[ from {Param1}]',
    },
  },
};

export const remoteDesktopCore: ProviderDefinitions = {
  providers: ['Microsoft-Windows-RemoteDesktopServices-RdpCoreTS'],
  category: 'session',
  events: {
    98: {
      category: 'network',
      action: 'remote-desktop-connected',
      message: 'A remote desktop connection was established',
    },
    104: {
      category: 'session',
      action: 'remote-desktop-time-zone',
      message: 'Time zone bias of the remote desktop client is {TimezoneBiasHour} hours from UTC',
    },
    131: {
      category: 'network',
      action: 'remote-desktop-connection',
      sourceIp: 'ClientIP',
      message: 'Remote desktop server accepted a {ConnType} connection from {ClientIP}',
    },
    140: {
      category: 'authentication',
      action: 'remote-desktop-logon-failed',
      outcome: 'failure',
      sourceIp: 'IPString',
      message: 'Remote desktop connection[ from {IPString}] failed: wrong user name or password',
    },
  },
};

/** The client side: where this computer connected to. */
export const remoteDesktopClient: ProviderDefinitions = {
  providers: ['Microsoft-Windows-TerminalServices-ClientActiveXCore'],
  category: 'session',
  events: {
    1024: {
      category: 'network',
      action: 'remote-desktop-client-connecting',
      destinationIp: 'Value',
      message: 'Remote desktop client connects to {Value}',
    },
    1025: {
      category: 'network',
      action: 'remote-desktop-client-connected',
      message: 'Remote desktop client connected',
    },
    1026: {
      category: 'network',
      action: 'remote-desktop-client-disconnected',
      message: 'Remote desktop client disconnected[: {Value}]',
    },
    1027: {
      category: 'authentication',
      action: 'remote-desktop-client-domain',
      message:
        'Remote desktop client connected to domain {DomainName|Value}[ (session {SessionId})]',
    },
    1029: {
      category: 'authentication',
      action: 'remote-desktop-client-user',
      message: 'Remote desktop client used the account with name hash {TraceMessage|Value}',
    },
    1102: {
      category: 'network',
      action: 'remote-desktop-client-connecting',
      destinationIp: 'Value',
      message: 'Remote desktop client begins a multi-transport connection to {Value}',
    },
    1105: {
      category: 'network',
      action: 'remote-desktop-client-disconnected',
      message: 'Remote desktop client ended its multi-transport connection',
    },
  },
};
