import { clauseFacts, type Clause } from '../../../../access/clauses.ts';
import { may, type StaffCtx } from '../../../../access/ctx.ts';
import { fullDate } from '../../../../time/plain-dates.ts';
import { Button } from '../../../../web/form-kit.tsx';
import type { Agency } from '../../agencies/agency.ts';
import { agreementState, type Agreement } from '../agreement.ts';

/** What an agreement lets an agency do, in the words both sides sign. */
export function ClausesInWords({ clauses }: { clauses: readonly Clause[] }) {
  if (clauses.length === 0) return <p class="govuk-body">Nothing: no agreement stands.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {clauses.map((one) => (
        <li>{one === 'council-work' ? "do the council's own work, each person by their role" : clauseFacts[one].lets}</li>
      ))}
    </ul>
  );
}

/** What an agency may send and see today, and every agreement it came from. */
export function AgreementsOf({ ctx, agency, agreements }: { ctx: StaffCtx; agency: Agency; agreements: readonly Agreement[] }) {
  const drafting = agreements.some((one) => !['stands', 'ended'].includes(agreementState(one)));
  return (
    <>
      <h2 class="govuk-heading-m">What it may send and see</h2>
      <ClausesInWords clauses={agency.clauses} />
      {agency.agreementUntil ? <p class="govuk-body">Until {fullDate(agency.agreementUntil)}.</p> : null}
      <h2 class="govuk-heading-m">Agreements</h2>
      {agreements.length === 0 ? <p class="govuk-body">None yet.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {agreements.map((one) => (
          <li>
            <a class="govuk-link" href={`/administration/agreements/${one.id}`}>
              {one.reference}
            </a>
            , {agreementState(one)}, from {fullDate(one.startsOn)}
            {one.endedWhy ? `: ${one.endedWhy}` : ''}
          </li>
        ))}
      </ul>
      {may(ctx, 'partners.manage') ? (
        <div class="govuk-button-group">
          {drafting ? null : (
            <Button href={`/administration/agencies/${agency.id}/agreements/add`}>
              {agreements.length === 0 ? 'Draft the agreement' : 'Draft a further agreement'}
            </Button>
          )}
          {agency.clauses.length > 0 ? (
            <Button href={`/administration/agencies/${agency.id}/administrator`} classes="govuk-button--secondary">
              Add its administrator
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
