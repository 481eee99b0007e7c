import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { askAboutLife } from '../../actions/ask-about-life.ts';
import { askForRun } from '../../actions/ask-for-run.ts';
import { turnRun } from '../../actions/turn-run.ts';
import { runKinds } from '../../quality.ts';
import { exportRows } from './export.ts';
import { readQuality } from './page.tsx';

export const runShape = z.object({ kind: oneOf(runKinds, 'Select what to measure') });

export async function takeRun(ctx: StaffCtx, data: z.output<typeof runShape>): Promise<Answer> {
  await askForRun(ctx, data.kind);
  return seeOther('/index/quality', 'The measurement begins. Open this page again to see how far it is');
}

export async function takeStop(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await turnRun(ctx, asked.params['id'] ?? '', 'stop');
  return seeOther('/index/quality', 'It stops after the step it is at. What was measured is kept');
}

export async function takeGoOn(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await turnRun(ctx, asked.params['id'] ?? '', 'go on');
  return seeOther('/index/quality', 'It goes on where it was stopped');
}

export async function takeQuestionAboutLife(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await askAboutLife(ctx, asked.params['id'] ?? '');
  return seeOther('/index/quality', 'The review desk has been asked');
}

/** The figures as a file. What was exported is in the audit. */
export async function exportPage(ctx: StaffCtx): Promise<Answer> {
  const rows = exportRows(await readQuality(ctx));
  ctx.note.detail['rows'] = rows.length - 1;
  const line = (cells: readonly (string | number)[]): string => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
  return {
    kind: 'file',
    name: 'index-quality.csv',
    mediaType: 'text/csv; charset=utf-8',
    content: Buffer.from(`${rows.map(line).join('\r\n')}\r\n`),
  };
}
