import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Logs carry ids only: no address, no query, no body, no message of an error that may quote data. They go to standard output, or to `to`. */
export function logging(to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method?: string }) => ({ method: request.method }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({ name: error.name, code: error.code }),
    },
  };
  return to ? pino(options, to) : pino(options);
}
