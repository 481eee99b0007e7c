import type { ComponentChildren } from 'preact';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { sourceWords } from '../../codes.ts';
import type { ContactFacts } from './page.tsx';

/** Left: what the referrer wrote, in their words. */
export function ReferrerColumn({ facts }: { facts: ContactFacts }) {
  const { contact, categories, files, questions } = facts;
  return (
    <section aria-labelledby="said">
      <h2 class="govuk-heading-m" id="said">
        What the referrer wrote
      </h2>
      <blockquote class="gt-quote">{contact.what_happened}</blockquote>
      {categories.length > 0 ? (
        <p>
          {categories.map((one) => (
            <>
              <Tag classes="govuk-tag--grey">{one}</Tag>{' '}
            </>
          ))}
        </p>
      ) : null}
      <Said label="The child said">{contact.child_said}</Said>
      <Said label="What it means for the child">{contact.impact_on_child}</Said>
      <Said label="When and where">{contact.when_where}</Said>
      <Said label="Earlier worries">{contact.history_known}</Said>
      <Said label="What is going well">{contact.working_well}</Said>
      <Said label="What has been tried">{contact.support_tried}</Said>
      <Said label="What would help">{contact.what_would_help}</Said>
      <Said label="Level they believe it is">
        {contact.level_believed ? `Level ${contact.level_believed}. ${contact.level_why ?? ''}` : null}
      </Said>
      <Agreement contact={contact} />
      <WhoToldUs contact={contact} />
      <Files files={files} />
      <Questions questions={questions} />
    </section>
  );
}

function Agreement({ contact }: { contact: ContactFacts['contact'] }) {
  return (
    <>
      <h3 class="govuk-heading-s">Agreement and safety</h3>
      <Said label="Parents told">{contact.parents_informed}</Said>
      <Said label="Family agreed">
        {contact.agreement_obtained === 'yes'
          ? `yes${contact.agreement_by_whom ? `, ${contact.agreement_by_whom}` : ''}`
          : contact.agreement_why_not
            ? `${contact.agreement_obtained}: ${contact.agreement_why_not}`
            : contact.agreement_obtained}
      </Said>
      <Said label="The child knows, and thinks">{contact.child_told_and_view}</Said>
      <Said label="Where the child is now is known">{contact.whereabouts_known}</Said>
      <Said label="Last seen">{contact.last_seen}</Said>
      <Said label="Safe to contact the parents">{contact.safe_to_contact_parents}</Said>
    </>
  );
}

function WhoToldUs({ contact }: { contact: ContactFacts['contact'] }) {
  return (
    <>
      <h3 class="govuk-heading-s">Who told us</h3>
      <p class="govuk-body">
        {contact.anonymous
          ? 'Someone who does not wish to be named'
          : [contact.referrer_name, contact.referrer_role, contact.referrer_agency_name].filter(Boolean).join(', ')}{' '}
        ({(sourceWords[contact.source_code] ?? 'not known').toLowerCase()}, by {contact.channel.toLowerCase().replaceAll('_', ' ')})
      </p>
      {contact.referrer_phone ? <p class="govuk-body">Telephone {contact.referrer_phone}</p> : null}
      {contact.referrer_email ? <p class="govuk-body">Email {contact.referrer_email}</p> : null}
      {contact.stepped_up_from ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/early-help/${contact.stepped_up_from}`}>
            Early help plan this came from
          </a>
        </p>
      ) : null}
    </>
  );
}

function Questions({ questions }: { questions: ContactFacts['questions'] }) {
  return (
    <>
      {questions.map((one) => (
        <Details
          summaryText={one.answered_at ? 'A question, answered' : 'A question, waiting for an answer'}
          open={Boolean(one.answered_at)}
        >
          <p class="govuk-body">{one.question}</p>
          {one.answer ? (
            <blockquote class="gt-quote">{one.answer}</blockquote>
          ) : (
            <p class="govuk-body">
              Asked {longMoment(one.asked_at)}. Safe to wait because: {one.safe_because}
            </p>
          )}
        </Details>
      ))}
    </>
  );
}

/** A line of the referrer's; nothing at all when they left it empty. */
function Said({ label, children }: { label: string; children: ComponentChildren }) {
  return children ? (
    <p class="govuk-body gt-said">
      <strong>{label}:</strong> {children}
    </p>
  ) : null;
}

function Files({ files }: { files: ContactFacts['files'] }) {
  if (files.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Attached</h3>
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            {file.scan_state === 'clean' ? (
              <a class="govuk-link" href={`/front-door/files/${file.id}`}>
                {file.name}
              </a>
            ) : (
              file.name
            )}{' '}
            ({Math.ceil(file.size_bytes / 1024)} kB, {scanWords[file.scan_state] ?? file.scan_state})
          </li>
        ))}
      </ul>
    </>
  );
}

const scanWords: Record<string, string> = {
  waiting: 'virus scan not finished',
  clean: 'checked',
  infected: 'held back: the virus scan found something',
  failed: 'held back: the virus scan could not read it',
};
