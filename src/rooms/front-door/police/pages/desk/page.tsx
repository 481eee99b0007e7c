import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { incidentWords, type IncidentType } from '../../notification.ts';
import { latestOfForce } from '../../force.store.ts';
import { policeFiles, type PoliceFile } from '../../police-file.store.ts';
import { unanswered } from '../../question.store.ts';
import { kindWords, type PoliceQuestion } from '../../question.ts';

/** The police desk: what the front door asks, what was sent and whether it stands there, and the files. */
export async function deskPage(ctx: StaffCtx): Promise<Answer> {
  const questions = await unanswered(ctx);
  const rows = await latestOfForce(ctx);
  const files = await policeFiles(ctx, 10);
  const today = londonDate(ctx.now);
  const asOf = `${clockTime(ctx.now)} today`;
  return staffView(
    ctx,
    { title: 'Police notifications', wide: true, breadcrumbs: [{ label: 'Police notifications' }] },
    <>
      <h1 class="govuk-heading-l">Police notifications</h1>
      <Button href="/police/upload">Upload a file</Button>
      <h2 class="govuk-heading-m">The front door asks</h2>
      <ListSummary count={questions.length} noun={['question', 'questions']} filter="not answered" sort="oldest first" asOf={asOf} />
      <Questions questions={questions} today={today} />
      <h2 class="govuk-heading-m">Sent</h2>
      <ListSummary
        count={rows.length}
        noun={['notification', 'notifications']}
        filter="of the last 30 days, 200 at most"
        sort="latest first"
        asOf={asOf}
      />
      <Sent rows={rows} today={today} />
      <h2 class="govuk-heading-m">Files</h2>
      <Files files={files} today={today} />
    </>,
  );
}

function Questions({ questions, today }: { questions: readonly PoliceQuestion[]; today: string }) {
  if (questions.length === 0) return <EmptyList why="The front door asks nothing of you." />;
  return (
    <SortableTable
      caption="Questions of the front door"
      captionHidden
      path="/police"
      columns={['Your reference', 'What about', 'Asked', 'Question'].map((heading) => ({ heading }))}
      rows={questions.map((one) => ({
        cells: [
          <a class="govuk-link" href={`/police/notifications/${one.notificationId}#question-${one.id}`}>
            {one.policeRef}
          </a>,
          kindWords[one.kind],
          shortMoment(one.askedAt, today),
          one.question,
        ],
      }))}
    />
  );
}

function Sent({ rows, today }: { rows: Awaited<ReturnType<typeof latestOfForce>>; today: string }) {
  if (rows.length === 0)
    return <EmptyList why="Nothing was sent in the last 30 days." whatToDo="Upload a file, or have your system send." />;
  return (
    <SortableTable
      caption="Notifications sent"
      captionHidden
      path="/police"
      columns={['Your reference', 'Kind', 'Happened', 'Received', 'Stands'].map((heading) => ({ heading }))}
      rows={rows.map((row) => ({
        cells: [
          <a class="govuk-link" href={`/police/notifications/${row.id}`}>
            {row.policeRef}
            {row.version > 1 ? `, version ${row.version}` : ''}
          </a>,
          incidentWords[row.incidentType as IncidentType],
          shortMoment(row.incidentAt, today),
          shortMoment(row.receivedAt, today),
          row.state === 'TAKEN' ? 'At the front door' : 'Received',
        ],
      }))}
    />
  );
}

function Files({ files, today }: { files: readonly PoliceFile[]; today: string }) {
  if (files.length === 0) return <EmptyList why="No file was uploaded." />;
  return (
    <SortableTable
      caption="Files uploaded"
      captionHidden
      path="/police"
      columns={['File', 'Uploaded', 'Taken', 'Updates', 'Told before', 'Sent back'].map((heading) => ({ heading }))}
      rows={files.map((file) => ({
        cells: [
          <a class="govuk-link" href={`/police/files/${file.id}`}>
            {file.name}
          </a>,
          `${shortMoment(file.uploaded_at, today)}, ${file.uploadedByName}`,
          file.taken,
          file.updates,
          file.same,
          file.rejected,
        ],
      }))}
    />
  );
}
