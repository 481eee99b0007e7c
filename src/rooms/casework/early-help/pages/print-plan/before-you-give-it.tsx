import type { OpenedPlan } from '../../open-plan.store.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';

/** For the worker, never printed: how it is safe to give this to whom. The numbers themselves stay on each person's page. */
export function BeforeYouGiveIt({ opened }: { opened: OpenedPlan }) {
  const unsafe = opened.family.members.filter((member) => !member.safeToContact);
  return (
    <InsetText classes="gt-no-print">
      <p class="govuk-body">
        <strong>Before you give this to the family (not printed):</strong> it leaves out anything about other people, anything hidden from
        the family, addresses, who asked for help, and children’s words they did not want shared.
      </p>
      {unsafe.length > 0 ? (
        <p class="govuk-body">
          <strong>Some ways of contact are not safe:</strong>{' '}
          {unsafe.map((member) => (
            <a class="govuk-link" href={`/people/${member.personId}`}>
              {member.name}
            </a>
          ))}
          . Look at their page first. Give it by hand if you are not sure, and ask who else will see it.
        </p>
      ) : (
        <p class="govuk-body">No warning about contact is known. Ask all the same who else will see it.</p>
      )}
    </InsetText>
  );
}
