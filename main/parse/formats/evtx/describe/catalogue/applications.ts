import type { ProviderDefinitions } from '../definition.ts';

export const applicationError: ProviderDefinitions = {
  providers: ['Application Error'],
  category: 'process',
  events: {
    1000: {
      category: 'process',
      action: 'application-crashed',
      outcome: 'failure',
      process: 'AppPath|Data.10|AppName|Data.0',
      message:
        '{AppName|Data.0} crashed in {ModuleName|Data.3}[ with exception {ExceptionCode|Data.6}][ ({AppPath|Data.10})]',
    },
  },
};

export const applicationHang: ProviderDefinitions = {
  providers: ['Application Hang'],
  category: 'process',
  events: {
    1002: {
      category: 'process',
      action: 'application-hung',
      outcome: 'failure',
      process: 'AppName|Data.0',
      message: '{AppName|Data.0} stopped responding and was closed',
    },
  },
};

export const errorReporting: ProviderDefinitions = {
  providers: ['Windows Error Reporting'],
  category: 'process',
  events: {
    1001: {
      category: 'process',
      action: 'error-reported',
      message: 'Error report {EventName|Data.2}[ for {P1|Data.5}][ ({P2|Data.6})]',
    },
  },
};

export const installer: ProviderDefinitions = {
  providers: ['MsiInstaller'],
  category: 'package',
  events: {
    1033: {
      category: 'package',
      action: 'package-installed',
      message: 'Windows Installer installed {Data.0}[ {Data.1}][ of {Data.4}][ (status {Data.3})]',
    },
    1034: {
      category: 'package',
      action: 'package-removed',
      message: 'Windows Installer removed {Data.0}[ {Data.1}][ of {Data.4}][ (status {Data.3})]',
    },
    1040: {
      category: 'package',
      action: 'installation-started',
      message: 'Windows Installer began with {Data.0}[ (process {Data.1})]',
    },
    1042: {
      category: 'package',
      action: 'installation-ended',
      message: 'Windows Installer ended with {Data.0}[ (process {Data.1})]',
    },
    11707: {
      category: 'package',
      action: 'package-installed',
      outcome: 'success',
      message: 'Windows Installer: {Data.0:line}',
    },
    11708: {
      category: 'package',
      action: 'package-installation-failed',
      outcome: 'failure',
      message: 'Windows Installer: {Data.0:line}',
    },
    11724: {
      category: 'package',
      action: 'package-removed',
      outcome: 'success',
      message: 'Windows Installer: {Data.0:line}',
    },
  },
};

const database = '[ {Data:path}][ in {Data.0}]';

/** The extensible storage engine; copies of ntds.dit show here. */
export const storageEngine: ProviderDefinitions = {
  providers: ['ESENT', 'NTDS ISAM'],
  category: 'database',
  events: {
    216: {
      category: 'database',
      action: 'database-moved',
      message: `Database location changed${database}`,
    },
    325: {
      category: 'database',
      action: 'database-created',
      message: `Database created${database}`,
    },
    326: {
      category: 'database',
      action: 'database-attached',
      message: `Database attached${database}`,
    },
    327: {
      category: 'database',
      action: 'database-detached',
      message: `Database detached${database}`,
    },
    637: {
      category: 'database',
      action: 'database-flush-map',
      message: `New flush map for database${database}`,
    },
  },
};

export const sqlServer: ProviderDefinitions = {
  providers: ['MSSQLSERVER', 'MSSQL$*'],
  category: 'database',
  events: {
    15457: {
      category: 'configuration',
      action: 'database-option-changed',
      message: 'SQL Server option {Data.0} changed[ from {Data.1}][ to {Data.2}]',
    },
    18453: {
      category: 'authentication',
      action: 'database-login',
      outcome: 'success',
      user: 'Data.0',
      sourceIp: 'Data.1|Data.2',
      message: 'SQL Server login of {Data.0} with Windows authentication[{Data.1:line}]',
    },
    18454: {
      category: 'authentication',
      action: 'database-login',
      outcome: 'success',
      user: 'Data.0',
      sourceIp: 'Data.1|Data.2',
      message: 'SQL Server login of {Data.0}[{Data.1:line}]',
    },
    18456: {
      category: 'authentication',
      action: 'database-login-failed',
      outcome: 'failure',
      user: 'Data.0',
      sourceIp: 'Data.2',
      message: 'SQL Server login of {Data.0} failed[ {Data.1:line}][ {Data.2:line}]',
    },
    33205: {
      category: 'database',
      action: 'database-audit',
      message: 'SQL Server audit event[: {Data.0:line}]',
    },
  },
};
