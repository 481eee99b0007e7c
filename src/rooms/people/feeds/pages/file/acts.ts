import { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { beginRun } from '../../actions/begin-run.ts';
import { decideGone } from '../../actions/decide-gone.ts';
import { resumeRun } from '../../actions/resume-run.ts';
import { stopRun } from '../../actions/stop-run.ts';
import { fileOf } from '../../feed-file.store.ts';
import { runOf } from '../../feed-run.store.ts';
import { rejectsOf } from '../../run-row.store.ts';
import { rejectFile, rejectLines } from '../../reading/reject-file.ts';
import { filePage } from './page.tsx';

export const readShape = z.object({ wanted: oneOf(['dry run', 'for real'], 'Select what should happen') });
export const goneShape = z.object({
  kind: oneOf(['let go', 'keep'], 'Select what the agency said'),
  why: requiredText('Say who said so, and why', 500),
});

const runId = (asked: Asked): string => asked.params['id'] ?? '';

export async function takeRead(ctx: StaffCtx, data: z.output<typeof readShape>, asked: Asked): Promise<Answer> {
  const fileId = asked.params['id'] ?? '';
  await beginRun(ctx, fileId, data.wanted);
  return seeOther(`/index/feed-files/${fileId}`);
}

export async function takeStop(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  const run = await stopRun(ctx, runId(asked));
  return seeOther(`/index/feed-files/${run.fileId}`, 'Stopped. What is done stays done.');
}

export async function takeResume(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  const run = await resumeRun(ctx, runId(asked));
  return seeOther(`/index/feed-files/${run.fileId}`);
}

export async function takeGone(ctx: StaffCtx, data: z.output<typeof goneShape>, asked: Asked): Promise<Answer> {
  const run = await decideGone(ctx, runId(asked), data.kind, data.why);
  return seeOther(
    `/index/feed-files/${run.fileId}`,
    data.kind === 'keep' ? 'Nobody is gone' : 'Saved. Their involvement ends after the days of grace.',
  );
}

/** The file's page again, when what was said of those who are gone needs changing. */
export async function goneAgain(ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> {
  const run = await runOf(ctx, runId(asked));
  return filePage(ctx, { ...asked, params: { id: run.fileId } }, again);
}

/** The rows that were sent back, as a file in the shape they came in. */
export async function rejectsDownload(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const run = await runOf(ctx, runId(asked));
  const file = await fileOf(ctx, run.fileId);
  if (file.destroyedAt) throw refused('This file has been destroyed, as agreed. Ask the agency for it again.');
  const rows = await rejectsOf(ctx, run.id);
  about(ctx, 'feed-run', run.id);
  ctx.note.detail['rows'] = rows.length;
  const plain = file.name.replace(/\.\w+$/, '');
  return file.shape.delimiter === null
    ? { kind: 'file', name: `${plain}-sent-back.ndjson`, mediaType: 'application/x-ndjson', content: rejectLines(rows) }
    : { kind: 'file', name: `${plain}-sent-back.csv`, mediaType: 'text/csv; charset=utf-8', content: rejectFile(file.shape.heading, rows) };
}
