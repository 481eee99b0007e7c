import { openNotify, type Notify } from './client.ts';
import { notifySettingsFrom } from './settings.ts';

let current: Notify | null | undefined;

/** The connection of this process, from its settings when first asked for; null where none is set, so that nothing is ever sent. */
export function notifyConnection(): Notify | null {
  if (current === undefined) {
    const settings = notifySettingsFrom(process.env);
    current = settings ? openNotify(settings) : null;
  }
  return current;
}

/** Connects this process to another: the demonstration's own, or a test's. Null connects it to none. */
export function connectNotify(connection: Notify | null): void {
  current = connection;
}
