import type { Pool } from 'pg';

const reconnectAfter = 1_000;

/** Waits for a time, or until told to stop. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** Holds one connection that listens, until it breaks or `stop` says so. */
async function listenOnce(pool: Pool, channel: string, onNotice: () => void, stop: AbortSignal): Promise<void> {
  const client = await pool.connect();
  const end = Promise.withResolvers<void>();
  const over = (): void => end.resolve();
  client.on('notification', onNotice).once('error', over).once('end', over);
  stop.addEventListener('abort', over, { once: true });
  try {
    await client.query(`listen ${channel}`);
    onNotice();
    await end.promise;
  } finally {
    stop.removeEventListener('abort', over);
    client.release(true);
  }
}

/**
 * Calls `onNotice` for each NOTIFY on `channel`, and once after each (re)connection because something may have been
 * missed. Holds one connection of the pool; returns when `stop` is aborted. A notice is a hint: whoever listens must
 * also look from time to time. `channel` is a plain name, never what a person typed.
 */
export async function listenTo(pool: Pool, channel: string, onNotice: () => void, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await listenOnce(pool, channel, onNotice, stop).catch(() => undefined);
    if (!stop.aborted) await pause(reconnectAfter, stop);
  }
}
