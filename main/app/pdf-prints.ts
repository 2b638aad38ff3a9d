import type { PrintRequest, PrintedFile } from '#shared/ipc/bridge.ts';
import type { Result } from '#shared/model/result.ts';
import type { AppScheme } from './app-scheme.ts';
import { printPdf } from './print.ts';

/** Documents that are being printed to PDF, each to be stopped by the path it is printed to. */
export class PdfPrints {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly scheme: AppScheme) {}

  async print(request: PrintRequest): Promise<Result<PrintedFile>> {
    const stop = new AbortController();
    this.running.set(request.path, stop);
    try {
      return await printPdf(this.scheme, request, stop.signal);
    } finally {
      if (this.running.get(request.path) === stop) this.running.delete(request.path);
    }
  }

  /** Nothing is written then. No error when it is over by now. */
  cancel(path: string): void {
    this.running.get(path)?.abort();
  }
}
