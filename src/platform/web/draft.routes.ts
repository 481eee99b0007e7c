import { z } from 'zod';
import type { Ctx } from '../access/ctx.ts';
import { refused } from '../access/refusal.ts';
import { keepDraft } from './draft.store.ts';
import { asJson, form, type Answer } from './route.ts';

/** Everything typed, whatever it is: a draft has no rules but its size. */
const anything = z.record(z.string().max(100), z.union([z.string().max(200_000), z.array(z.string().max(20_000)).max(200)]));

/** Autosave: `_draft` names the form and, after a colon, what it is about. */
async function save(ctx: Ctx, typed: z.output<typeof anything>): Promise<Answer> {
  const named = /^([a-z][a-z-]{1,60})(?::([0-9a-f-]{36}))?$/.exec(String(typed['_draft'] ?? ''));
  if (!named?.[1]) throw refused('This form does not keep drafts');
  await keepDraft(ctx, named[1], named[2] ?? null, typed);
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(ctx.now);
  return asJson({ saved: `Saved ${at}, only you can see this until you submit` });
}

export const draftRoutes = [form('/drafts/save', 'public', 'platform.draft.save', anything, save)];
