import { notFound, refused } from '../../../platform/access/refusal.ts';

/** The database's own refusals as refusals of a page: P0002 is not found, GT001 a rule in words a practitioner can read. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const { code, message } = fault as { code?: string; message: string };
    if (code === 'P0002') throw notFound();
    if (code === 'GT001') throw refused(message);
    throw fault;
  }
}
