import type { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { ticked } from '../../../../../platform/web/fields.ts';
import { Button, Choices, DateField, FileField, Form } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import { typedDate, withDates } from '../../../typed-date.ts';
import { receiveFile } from '../../actions/receive-file.ts';
import { stateWords } from '../../feed.ts';
import { feedOf } from '../../feed.store.ts';
import type { FeedFile } from '../../feed-file.store.ts';
import { frame, trailOf } from '../frame.tsx';

/** Largest file of a feed, in bytes: about four million rows. It goes by way of the disk and is never whole in memory. */
export const largestFeedFile = 500 * 1024 * 1024;

export const uploadShape = withDates(['factsOn'], {
  factsOn: typedDate({ label: 'The day the file tells of', optional: true }),
  complete: ticked,
});

/** Uploads a file of one feed. */
export async function uploadPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'feed', feed.id);
  return frame(
    ctx,
    { title: 'Upload a file', trail: trailOf(feed), errors: again.errors, wide: false },
    <>
      <p class="govuk-body">
        {stateWords[feed.state].means} After uploading you see how its first rows are read, and decide what happens with it.
      </p>
      <Form action={`/index/feeds/${feed.id}/upload`} enctype="multipart/form-data" {...formCarries(ctx)}>
        <FileField
          name="file"
          label={feed.format === 'csv' ? 'The CSV file' : 'The JSON file'}
          hint={`Up to 500 MB. ${feed.format === 'csv' ? 'The first line holds the names of the columns.' : 'One object a line, or one array of objects.'}`}
          accept={feed.format === 'csv' ? '.csv,.txt,text/csv' : '.json,.ndjson,application/json'}
          {...again}
        />
        <DateField
          name="factsOn"
          legend="On which day was it true? (optional)"
          hint="The day it was taken out of the agency’s system"
          {...again}
        />
        <Choices
          name="complete"
          legend="Does it name everyone?"
          hint="Only when the agency says so. Whoever it no longer names is then gone."
          items={[{ value: 'yes', text: 'The agency says that it names everyone it covers' }]}
          {...again}
        />
        <Button>Upload</Button>
      </Form>
    </>,
  );
}

export async function takeUpload(ctx: StaffCtx, data: z.output<typeof uploadShape>, asked: Asked): Promise<Answer> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  const file = asked.files.find((one) => one.field === 'file');
  if (!file?.spooled) throw invalid([{ field: 'file', message: 'Select the file' }]);
  const { id, before } = await receiveFile(ctx, feed, file.spooled, { name: file.name, isComplete: data.complete, factsOn: data.factsOn });
  if (before) return seeOther(`/index/feed-files/${id}`, cameBefore(before, londonDay(ctx)));
  return seeOther(`/index/feed-files/${id}/preview`, 'The file has come. This is how its first rows are read.');
}

/** A file that came before, in words. */
const cameBefore = (file: FeedFile, today: string): string =>
  `This file came before, as ${file.name} on ${shortMoment(file.receivedAt, today)}. It is the same to the last byte.`;
