import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, Form, SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { Input } from '../../../../../platform/web/govuk/input.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { calledOfRow } from '../../../submitted.ts';
import { channels } from '../../notification.ts';
import { channelWords, ruleInWords } from '../../safe-contact.ts';
import type { IncidentFacts } from './page.tsx';

type Props = { ctx: StaffCtx; facts: IncidentFacts; again: Again | undefined };

/** How people of this incident may be reached; a rule is set and ended here and held to everywhere. */
export function SafeRules({ ctx, facts, again }: Props) {
  const at = `/front-door/police/${facts.incident.contactId}/safe`;
  return (
    <section aria-labelledby="safe">
      <h3 class="govuk-heading-s" id="safe">
        Safe contact
      </h3>
      {facts.rules.length === 0 ? <p class="govuk-body">No rule is known. Ask before the first call.</p> : null}
      {facts.rules.map((rule) => (
        <Details summaryText={ruleInWords(rule)}>
          <Form action={`${at}/end`} {...formCarries(ctx)}>
            <p class="govuk-body">{rule.toldBy === 'police' ? 'Told by the police.' : `Set by ${rule.setByName}.`}</p>
            <input type="hidden" name="ruleId" value={rule.id} />
            <Input name="because" id={`because-${rule.id}`} label="It no longer holds, because" />
            <Button classes="govuk-button--secondary">End this rule</Button>
          </Form>
        </Details>
      ))}
      <Details summaryText="Add a rule">
        <NewRule ctx={ctx} facts={facts} again={again} at={at} />
      </Details>
    </section>
  );
}

function NewRule({ ctx, facts, again, at }: Props & { at: string }) {
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  return (
    <Form action={at} {...formCarries(ctx)}>
      <SelectField
        name="namedId"
        label="Whom it protects"
        empty="Everybody at the home"
        items={facts.named.map((one) => ({ value: one.id, text: calledOfRow(one) }))}
        {...state}
      />
      <SelectField
        name="channel"
        label="Way"
        empty="Select"
        items={channels.map((value) => ({ value, text: channelWords[value] }))}
        {...state}
      />
      <Choice
        name="rule"
        legend="Rule"
        size="s"
        small
        items={[
          { value: 'never', text: 'Never' },
          { value: 'only between', text: 'Only between these times' },
        ]}
        {...state}
      />
      <TextField name="from" label="From" hint="Like 09:30" {...state} />
      <TextField name="to" label="Until" {...state} />
      <TextField name="note" label="What else to mind (optional)" {...state} />
      <Button classes="govuk-button--secondary">Add the rule</Button>
    </Form>
  );
}
