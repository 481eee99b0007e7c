import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { candidatesFor, RecogniseView } from '../../../people/index.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import { calledOfRow, submittedOf } from '../../submitted.ts';

/** Recognise: the person as named beside each person they may be. Nothing is chosen beforehand. */
export async function recognisePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  return shown(ctx, asked, { values: {}, errors: [] });
}

/** The same with what needs changing. */
export const recogniseAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, again: Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const everyone = await namedIn(ctx, contact.id);
  const named = found(everyone.find((one) => one.id === asked.params['namedId']));
  const submitted = submittedOf(named, everyone);
  const candidates = named.person_id
    ? []
    : (await candidatesFor(ctx, submitted, { sourceKind: 'contact-person', sourceId: named.id })).filter((one) => one.grade !== 'unlikely');
  saw(ctx, ...candidates.map((one) => one.personId));
  const at = `/front-door/contacts/${contact.id}`;
  const name = calledOfRow(named);
  const title = `Who is ${name}?`;
  return staffView(
    ctx,
    {
      title,
      wide: true,
      errors: again.errors,
      breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { href: at, label: `Contact ${contact.reference}` }, { label: title }],
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {named.person_id ? (
        <p class="govuk-body">
          {name} has been recognised.{' '}
          <a class="govuk-link" href={at}>
            Back to contact {contact.reference}
          </a>
        </p>
      ) : (
        <RecogniseView
          submitted={submitted}
          candidates={candidates}
          action={`${at}/people/${named.id}/match`}
          newPersonAction={`${at}/people/${named.id}/new`}
          carries={() => formCarries(ctx)}
        />
      )}
    </>,
  );
}
