import { z } from 'zod';
import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { keepDraft } from '../../../../platform/web/draft.store.ts';
import { Button, FileField, Form } from '../../../../platform/web/form-kit.tsx';
import { id } from '../../../../platform/web/fields.ts';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { dropFile, filesOf, keepFile, mostFiles } from '../../file.store.ts';
import { concernDraft, concernView, loadConcern } from './view.tsx';

export const filesShape = z.record(z.string(), z.unknown());
export const dropShape = z.object({ fileId: id() });

/** Files to send along: what is there, add one, take one out. */
export const filesPage = (ctx: Ctx): Promise<Answer> => shown(ctx, { values: {}, errors: [] });
export const filesAgain = (ctx: Ctx, again: Again): Promise<Answer> => shown(ctx, again);

async function shown(ctx: Ctx, { errors }: Again): Promise<Answer> {
  const draft = await loadConcern(ctx);
  const files = draft ? await filesOf(ctx, 'draft', draft.id) : [];
  if (draft) about(ctx, 'draft', draft.id);
  return concernView(
    ctx,
    'Files',
    errors,
    <>
      <h1 class="govuk-heading-l">Files</h1>
      <p class="govuk-body">
        Only what helps: an early help assessment, a chronology, a body map, a photograph of a drawing. Every file is checked for viruses.
      </p>
      {files.map((file) => (
        <Form action="/concern/form/files/remove" {...formCarries(ctx)} classes="gt-inline-form">
          <input type="hidden" name="fileId" value={file.id} />
          <span class="govuk-body">
            {file.name} ({Math.ceil(file.size_bytes / 1024)} kB)
          </span>{' '}
          <Button classes="govuk-button--secondary gt-button--small">
            Take out<span class="govuk-visually-hidden"> {file.name}</span>
          </Button>
        </Form>
      ))}
      {files.length < mostFiles ? (
        <Form action="/concern/form/files" {...formCarries(ctx)} enctype="multipart/form-data">
          <FileField
            name="file"
            label="Add a file"
            hint="PDF, Word, JPEG, PNG or plain text, up to 10 MB"
            accept=".pdf,.docx,.jpg,.jpeg,.png,.txt"
            errors={errors}
          />
          <Button classes="govuk-button--secondary">Add it</Button>
        </Form>
      ) : null}
      <a class="govuk-button" href="/concern/form" role="button" draggable={false} data-module="govuk-button">
        Go on
      </a>
    </>,
  );
}

/** Keeps the file that came with the form. */
export async function addFile(ctx: Ctx, _typed: unknown, asked: Asked): Promise<Answer> {
  const file = asked.files[0];
  if (!file) throw invalid([{ field: 'file', message: 'Choose a file' }]);
  let draft = await loadConcern(ctx);
  if (!draft) {
    await keepDraft(ctx, concernDraft, null, {});
    draft = await loadConcern(ctx);
  }
  await keepFile(ctx, found(draft).id, file);
  return seeOther('/concern/form/files');
}

/** Takes one file out of the draft. */
export async function removeFile(ctx: Ctx, typed: z.output<typeof dropShape>): Promise<Answer> {
  await dropFile(ctx, found(await loadConcern(ctx)).id, typed.fileId);
  return seeOther('/concern/form/files');
}
