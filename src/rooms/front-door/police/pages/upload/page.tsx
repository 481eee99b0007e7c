import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { Button, FileField, Form } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { receivePoliceFile } from '../../actions/receive-police-file.ts';
import { csvFile } from '../../csv/cells.ts';
import { knownColumns, peopleInRow } from '../../csv/columns.ts';
import { mostRows } from '../../intake.ts';
import { forceOf } from '../../force.store.ts';

/** Largest police file, in bytes. It goes by way of the disk. */
export const largestPoliceFile = 20 * 1024 * 1024;
export const uploadShape = z.object({});

/** Uploading a file of notifications. */
export async function uploadPage(ctx: StaffCtx, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  return staffView(
    ctx,
    {
      title: 'Upload a file',
      errors: again.errors,
      breadcrumbs: [{ href: '/police', label: 'Police notifications' }, { label: 'Upload a file' }],
    },
    <>
      <h1 class="govuk-heading-l">Upload a file of notifications</h1>
      <p class="govuk-body">
        One row is one notification, with up to {peopleInRow} people in numbered columns. Good rows go in at once; rows with something wrong
        come back with every reason. A reference sent before with other words is an update.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/police/upload/template.csv">
          Download an empty file with every column
        </a>
      </p>
      <Form action="/police/upload" enctype="multipart/form-data" {...formCarries(ctx)}>
        <FileField
          name="file"
          label="The CSV file"
          hint={`Up to 20 MB and ${mostRows.toLocaleString('en-GB')} rows. The first line names the columns.`}
          accept=".csv,.txt,text/csv"
          {...again}
        />
        <Button>Upload</Button>
      </Form>
    </>,
  );
}

export async function takeUpload(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  const file = asked.files.find((one) => one.field === 'file');
  if (!file?.spooled || file.spooled.sizeBytes === 0) throw invalid([{ field: 'file', message: 'Select the file' }]);
  const { id, before } = await receivePoliceFile(ctx, forceOf(ctx), { name: file.name, spooled: file.spooled });
  return seeOther(`/police/files/${id}`, before ? 'This file came before. It is the same to the last byte' : 'The file has been read');
}

/** The empty file. */
export async function templatePage(): Promise<Answer> {
  return { kind: 'file', name: 'police-notifications.csv', mediaType: 'text/csv', content: csvFile([knownColumns]) };
}
