/** SQLSTATEs that say the database, not the request, is at fault and will be back. */
const away = new Set([
  '57P01', // shut down by an administrator
  '57P02', // crashed
  '57P03', // starting up or recovering
  '53300', // too many connections
  '53400', // configured limit exceeded
  '25P03', // idle in transaction too long: the connection was cut
]);

/** What the operating system says when nobody is at the other end. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

const lostWords = [
  'timeout exceeded when trying to connect', // pg-pool: no connection free in time
  'Connection terminated', // pg: unexpectedly, or due to connection timeout
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
];

/**
 * Whether an error means "the database is away for a moment", so the web answers 503 with Retry-After, rather than a
 * fault in our own work (500). Looks through `cause` too. A statement that ran out of time (57014) is a fault.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && (away.has(code) || /^08...$/.test(code))) return true;
  if (code !== undefined && unreachable.has(code) && (syscall === undefined || /connect|read|write|getaddrinfo/.test(syscall))) return true;
  if (lostWords.some((words) => error.message.startsWith(words))) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  return error.cause !== undefined && isUnavailable(error.cause);
}
