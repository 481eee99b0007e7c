import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { CorrectionLine, NoticeLine } from '../../correction.store.ts';
import { reachOf } from '../../reach.ts';
import type { ItemLine, ShareFile } from '../../whole-share.store.ts';

/** What was given and what was kept back, piece by piece, with its corrections and who has heard of them. */
export function Items({ file, mayCorrect }: { file: ShareFile; mayCorrect: boolean }) {
  if (file.items.length === 0) return <p class="govuk-body">What was said is not open to you: you read that it was decided, and why.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">What</h2>
      {file.items.map((item) => (
        <div class="gt-card">
          <p class="govuk-body">
            <KindTag kind={item.kind} /> {item.given ? null : <Tag classes="govuk-tag--grey">Kept back</Tag>}{' '}
            {item.thirdParty ? <Tag classes="govuk-tag--orange">About somebody outside the family</Tag> : null}
          </p>
          <p class="govuk-body gt-as-typed">{item.words}</p>
          <p class="govuk-body-s gt-muted">{item.saidBy}</p>
          {file.corrections
            .filter((one) => one.thingId === item.thingId)
            .map((one) => (
              <Correction correction={one} />
            ))}
          {mayCorrect && item.given ? <CorrectLink item={item} shareId={file.share.id} /> : null}
        </div>
      ))}
    </>
  );
}

/** Fact, opinion or allegation, in words and never by colour alone. */
export function KindTag({ kind }: { kind: string }) {
  const colour = { fact: 'govuk-tag--blue', opinion: 'govuk-tag--purple', allegation: 'govuk-tag--red' }[kind];
  return <Tag classes={colour}>{kind.replace(/^./, (first) => first.toUpperCase())}</Tag>;
}

function CorrectLink({ item, shareId }: { item: ItemLine; shareId: string }) {
  return (
    <p class="govuk-body-s gt-no-print">
      <a class="govuk-link" href={`/shares/${shareId}/items/${item.id}/correct`}>
        Correct this<span class="govuk-visually-hidden"> piece, number {item.position}</span>
      </a>
    </p>
  );
}

function Correction({ correction }: { correction: CorrectionLine }) {
  return (
    <section class="govuk-inset-text">
      <h3 class="govuk-heading-s">
        Corrected {longMoment(correction.correctedAt)} by {correction.correctedBy}
      </h3>
      <KindTag kind={correction.nowKind} />
      <p class="govuk-body gt-as-typed">{correction.nowWords}</p>
      <p class="govuk-body-s">Why: {correction.because}</p>
      <Ledger notices={correction.notices} />
    </section>
  );
}

/** Who was given it, who has the correction, and who confirmed that their copy is put right. */
export function Ledger({ notices }: { notices: readonly NoticeLine[] }) {
  if (notices.length === 0)
    return <p class="govuk-body-s">It is on its way to whoever was given it. Look again in a minute. Where nobody was, nobody is told.</p>;
  return (
    <Table
      caption="Who has the correction"
      captionClasses="govuk-table__caption--s"
      classes="gt-stacks"
      firstCellIsHeader
      head={['Recipient', 'How far it has come', 'Confirmed']}
      rows={notices.map((one) => [
        [one.recipient, one.toPerson].filter(Boolean).join(', '),
        reachWords(one),
        one.confirmedAt
          ? `${longMoment(one.confirmedAt)}${one.confirmedBy ? `, ${one.confirmedBy}` : ''}${one.confirmedWords ? `: ${one.confirmedWords}` : ''}`
          : 'Not yet',
      ])}
    />
  );
}

/** How far a correction has come to one recipient, in words. */
export function reachWords(line: NoticeLine): string {
  const reach = reachOf(line);
  if (reach === 'waiting') return 'On its way';
  if (line.deliveredAt)
    return `Told ${longMoment(line.deliveredAt)}${line.deliveredBy ? ` by ${line.deliveredBy}` : ''}: ${line.deliveredHow ?? ''}`;
  return line.channel === 'e-mail'
    ? 'An e-mail says that a correction waits. Somebody must still tell them what it is'
    : 'Somebody must tell them, by telephone or letter';
}
