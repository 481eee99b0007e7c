import { WarningText } from '../../../platform/web/govuk/warning-text.tsx';
import { ruleInWords, type SafeContactRule } from './safe-contact.ts';

/** The rules of safe contact, above every form that tells or sends. Nothing where there are none. */
export function SafeContactNotice({ rules }: { rules: readonly SafeContactRule[] }) {
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="safe-contact">
      <WarningText iconFallbackText="Safe contact">Reach this family only in these ways. What is not safe is refused.</WarningText>
      <h2 class="govuk-heading-s" id="safe-contact">
        Safe contact
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {rules.map((rule) => (
          <li>
            {ruleInWords(rule)}{' '}
            <span class="govuk-hint">({rule.toldBy === 'police' ? 'told by the police' : `set by ${rule.setByName}`})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
