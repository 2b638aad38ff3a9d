import { basename, join } from 'node:path';

/** Where the report goes when nobody is there to say where. */
export const reportFolder = (home: string): string => join(home, 'report');

/** What a save dialog answers in the headless job: the name it proposes, in the report folder. */
export const answerSave = (home: string, name: string): string =>
  join(reportFolder(home), basename(name));
