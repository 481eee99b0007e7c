import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The operating-system user PostgreSQL runs as; `null` means the user we already are. */
export type RunAs = { readonly name: string; readonly uid: number; readonly gid: number } | null;

function idOf(name: string, which: '-u' | '-g' | '-un'): string | null {
  const found = spawnSync('id', [which, name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

function named(nameOrNumber: string): RunAs {
  const [uid, gid, name] = [idOf(nameOrNumber, '-u'), idOf(nameOrNumber, '-g'), idOf(nameOrNumber, '-un')];
  return uid === null || gid === null || name === null ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands it to whoever already owns `cluster`
 * (a folder an ordinary user began stays theirs), else to `postgres`, else to `nobody`.
 * Throws when root finds no such user. Anybody else runs it as themselves.
 */
export function whoRunsIt(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const began = owner === undefined || owner === 0 ? null : named(String(owner));
  const chosen = began ?? named('postgres') ?? named('nobody');
  if (chosen === null) {
    throw new Error(
      'PostgreSQL does not run as root, and neither a "postgres" nor a "nobody" user exists to run it. Create one, or start as an ordinary user.',
    );
  }
  return chosen;
}

/** What to add to a child process's options so that it runs as that user. */
export function asUser(runAs: RunAs): { uid?: number; gid?: number } {
  return runAs === null ? {} : { uid: runAs.uid, gid: runAs.gid };
}

/** Whether that user can enter `folder` and read it: asked of the operating system itself, so access lists count. */
export function canReach(runAs: RunAs, folder: string): boolean {
  if (runAs === null) return true;
  const asked = spawnSync('test', ['-r', folder, '-a', '-x', folder], { ...asUser(runAs), cwd: '/' });
  if (asked.error !== undefined) throw new Error(`Cannot run programs as ${runAs.name}: ${asked.error.message}`);
  return asked.status === 0;
}
