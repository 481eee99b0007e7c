import { notFound } from '../../access/refusal.ts';
import type { Asked } from '../../web/route.ts';

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in the address; whatever is no id is not found. */
export function recordId(asked: Asked, name = 'id'): string {
  const id = asked.params[name] ?? '';
  if (!shape.test(id)) throw notFound();
  return id;
}

/** An id in the query, or null when there is none or it is no id. */
export function queryId(asked: Asked, name: string): string | null {
  const id = asked.query[name] ?? '';
  return shape.test(id) ? id : null;
}
