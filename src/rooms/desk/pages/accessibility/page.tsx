import type { Ctx } from '../../../../platform/access/ctx.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { openView } from '../open-view.tsx';

/** The accessibility statement. The text to complete for a council is docs/accessibility-statement.md; this page claims no more than it. */
export async function accessibilityPage(ctx: Ctx): Promise<Answer> {
  return openView(
    ctx,
    'Accessibility',
    <>
      <h1 class="govuk-heading-l">Accessibility statement</h1>
      <p class="govuk-body">
        We want everyone to be able to use Goldthread: a parent on an old phone, a teacher between lessons, a social worker who uses a
        screen reader. You should be able to:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>zoom in up to 400% with nothing lost or cut off</li>
        <li>use every page with only a keyboard, with a screen reader, and with JavaScript switched off</li>
        <li>
          turn single-key shortcuts off (on the{' '}
          <a class="govuk-link" href="/help#keyboard">
            help page
          </a>
          )
        </li>
        <li>print any page about a child or a family plan in a readable form</li>
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="https://mcmw.abilitynet.org.uk">
          AbilityNet
        </a>{' '}
        has advice on making a device easier to use if you have a disability.
      </p>
      <h2 class="govuk-heading-m">How accessible this service is</h2>
      <p class="govuk-body">
        It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. It has not been audited by an independent specialist,
        and has not yet been tested with people who use assistive technology every day. Until both have happened we call it partially
        compliant.
      </p>
      <h2 class="govuk-heading-m">What we know is not right</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          A document that someone uploads, such as a scanned letter, may not be accessible. Ask the person who holds the record for another
          form of it.
        </li>
        <li>Words in other languages inside free text are not marked as such, so a screen reader may read them with an English voice.</li>
      </ul>
      <WhatToDo />
    </>,
  );
}

function WhatToDo() {
  return (
    <>
      <h2 class="govuk-heading-m">If you cannot use part of it</h2>
      <p class="govuk-body">
        Tell the council that runs this service what you need and in which form. If you are worried about a child, do not wait for an answer
        about the website: call the front door, or 999 if the danger is now.
      </p>
      <h2 class="govuk-heading-m">If you are not happy with the answer</h2>
      <p class="govuk-body">
        The Equality and Human Rights Commission enforces the accessibility regulations. Contact the{' '}
        <a class="govuk-link" href="https://www.equalityadvisoryservice.com">
          Equality Advisory and Support Service
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">How we tested</h2>
      <p class="govuk-body">
        In a real browser at two widths, an automatic checker (axe) looks at pages for the rules of WCAG 2.0 to 2.2, levels A and AA, and
        the markup of each component is compared with the GOV.UK Design System’s own examples. Automatic checks find only some of the
        problems people meet.
      </p>
    </>
  );
}
