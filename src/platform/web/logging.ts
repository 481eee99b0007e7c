import { pino, type Logger } from 'pino';

/** Logs carry ids only: no address, no query, no body, no message of an error that may quote data. */
export function logging(): Logger {
  return pino({
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method?: string }) => ({ method: request.method }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({ name: error.name, code: error.code }),
    },
  });
}
