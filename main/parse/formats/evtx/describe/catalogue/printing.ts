import type { ProviderDefinitions } from '../definition.ts';

export const printing: ProviderDefinitions = {
  providers: ['Microsoft-Windows-PrintService'],
  category: 'other',
  events: {
    307: {
      category: 'file',
      action: 'document-printed',
      outcome: 'success',
      user: 'Param3',
      message: '{Param3} printed {Param2}[ from {Param4}][ on {Param5}][, {Param8} pages]',
    },
    316: {
      category: 'driver',
      action: 'printer-driver-added',
      message: 'Printer driver {Param1} added or updated[ for {Param2}][: {Param4}]',
    },
    808: {
      category: 'driver',
      action: 'print-plugin-failed',
      outcome: 'failure',
      message:
        'The print spooler failed to load plug-in {PluginDllName|Param1|param1}[: {ErrorCode|Param2|param2}]',
    },
  },
};
