import type { Ctx } from '../../../../platform/access/ctx.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { openView } from '../open-view.tsx';

/** The privacy notice in plain words. A council adds its own names, basis and periods (docs/dpia-template.md). */
export async function privacyPage(ctx: Ctx): Promise<Answer> {
  return openView(
    ctx,
    'Privacy',
    <>
      <h1 class="govuk-heading-l">Privacy</h1>
      <p class="govuk-body">
        Goldthread holds what people who work with children need to keep them safe and to help their families. The council that runs it is
        responsible for it, with the agencies that take part.
      </p>
      <h2 class="govuk-heading-m">What we hold, and why we may</h2>
      <p class="govuk-body">
        Who a child is and who helps them; worries that people raise; assessments, plans and reviews of help that a family agreed to; and a
        record of everyone who looked. We do this because the law asks councils and their partners to keep children safe and to help those
        in need (Children Act 1989 and 2004). Help that a family may refuse needs their agreement; keeping a child safe does not.
      </p>
      <h2 class="govuk-heading-m">Who can see it</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Only people who work with a child see the help being given. Others see nothing, not even that there is a record.</li>
        <li>Whoever looks a child up must say why. Every search and every opening is recorded, with who was found.</li>
        <li>Some addresses and some people are shielded: nobody is told but those who must know.</li>
        <li>The privacy officer reviews every emergency access.</li>
      </ul>
      <h2 class="govuk-heading-m">If you raise a concern</h2>
      <p class="govuk-body">
        What you write goes to the front door. The family may be told what was said; who said it is kept from them where you ask for that,
        unless a court orders otherwise. Emails we send carry a reference and no names. A form you have begun and not sent is kept for 24
        hours in this browser’s name and then removed.
      </p>
      <h2 class="govuk-heading-m">Numbers about families</h2>
      <p class="govuk-body">
        When we count, we never show a count of one to five, nor a number from which one could be worked out. No computer decides anything
        about a child, and there are no scores.
      </p>
      <h2 class="govuk-heading-m">Cookies</h2>
      <p class="govuk-body">
        Only those the service needs: one to keep you signed in, one to keep your unfinished form, one to remember whether you want keyboard
        shortcuts. Nobody else’s, and nothing that follows you.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p class="govuk-body">
        You can ask for what is held about you, ask for mistakes to be put right, and ask who has seen it. Write to the council’s privacy
        officer (DPO). If you are not happy with the answer, the{' '}
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner
        </a>{' '}
        can look at it.
      </p>
    </>,
  );
}
