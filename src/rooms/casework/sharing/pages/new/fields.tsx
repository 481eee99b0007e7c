import {
  Choice,
  Choices,
  DateField,
  SelectField,
  TextArea,
  TextField,
  textValue,
  type FieldState,
} from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import * as codes from '../../share.codes.ts';
import { itemRows } from './form.ts';

const items = (list: readonly (readonly [string, string])[]) => list.map(([value, text]) => ({ value, text }));
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** With whom: an agency at work in Goldthread, or a body outside it. */
export function WithWhom({ agencies, state }: { agencies: readonly { id: string; name: string }[]; state: FieldState }) {
  return (
    <>
      <h2 class="govuk-heading-m">With whom</h2>
      <SelectField
        name="agencyId"
        label="Agency"
        hint="A correction then reaches them in Goldthread"
        items={agencies.map((one) => ({ value: one.id, text: one.name }))}
        {...state}
      />
      <TextField name="body" label="Or a body that is not on the list" {...state} />
      <TextField name="toPerson" label="Who there" hint="A name or a post" {...state} />
      <Details summaryText="How to reach a body that is not on the list">
        <TextField
          name="toEmail"
          label="E-mail"
          hint="A correction is announced there; the message never says about whom"
          type="email"
          {...state}
        />
        <TextField name="toPhone" label="Telephone" width={20} {...state} />
      </Details>
    </>
  );
}

/** What: pieces of information, each a fact, an opinion or an allegation. */
export function What({ state }: { state: FieldState }) {
  const used = itemRows.findLast((at) => textValue(state.values, `words${at}`) !== '') ?? 0;
  const open = Math.min(Math.max(used + 1, 2), itemRows.length);
  return (
    <>
      <h2 class="govuk-heading-m">What</h2>
      <p class="govuk-body">
        One piece of information to each box, and no more than the purpose needs. What somebody saw, what somebody thinks and what somebody
        is said to have done stand apart.
      </p>
      {itemRows.slice(0, open).map((at) => (
        <Item at={at} state={state} />
      ))}
      {open < itemRows.length ? (
        <Details summaryText="More pieces of information">
          {itemRows.slice(open).map((at) => (
            <Item at={at} state={state} />
          ))}
        </Details>
      ) : null}
      <Choices
        name="addressChecked"
        legend="Is there an address in it?"
        hint="An address that reaches the wrong person is the commonest harm done by sharing"
        small
        items={[{ value: 'yes', text: 'I checked that the recipient may know it, and whom they may tell' }]}
        {...state}
      />
    </>
  );
}

function Item({ at, state }: { at: number; state: FieldState }) {
  const thing = textValue(state.values, `thing${at}`);
  return (
    <div class="gt-card">
      {thing ? <input type="hidden" name={`thing${at}`} value={thing} /> : null}
      <TextArea name={`words${at}`} label={`Piece ${at}`} rows={2} {...state} />
      <Choice
        name={`kind${at}`}
        legend="It is"
        inline
        small
        items={codes.itemKinds.map((value) => ({
          value,
          text: value === 'fact' ? 'A fact' : value === 'opinion' ? 'An opinion' : 'An allegation',
        }))}
        {...state}
      />
      <TextField name={`saidBy${at}`} label="Whose it is, or who says so" width={30} {...state} />
      <Choices
        name={`marks${at}`}
        legend="Mark it"
        small
        items={[
          { value: 'third', text: 'It is about somebody outside the family' },
          { value: 'kept', text: 'Keep this piece back, where part is shared' },
        ]}
        {...state}
      />
    </div>
  );
}

/** Why, and by which law. */
export function WhyAndLaw({ state, duty }: { state: FieldState; duty: string | null }) {
  return (
    <>
      <h2 class="govuk-heading-m">What for, and by which law</h2>
      <TextArea name="purpose" label="What does the recipient need it for?" rows={2} {...state} />
      <SelectField name="serves" label="Which of their functions does it serve?" items={items(codes.functions)} {...state} />
      <SelectField
        name="statute"
        label="Law relied on"
        hint={
          duty
            ? `The duty of Children Act 2004, section 16LA, is in force here from ${duty}`
            : 'The duty of Children Act 2004, section 16LA, is not in force here yet: an administrator sets the day'
        }
        items={items(codes.statutes)}
        {...state}
      />
      <TextField name="statuteNote" label="Which other law, or which order" {...state} />
      <p class="govuk-body">
        The next four are filled with what safeguarding partners mostly rely on. Check that it is so here: consent is not what allows the
        sharing, and its absence is not what forbids it.
      </p>
      <SelectField name="article6" label="UK GDPR, Article 6" items={items(codes.article6)} {...state} />
      <SelectField name="article9" label="UK GDPR, Article 9" items={items(codes.article9)} {...state} />
      <SelectField name="dpaCondition" label="Data Protection Act 2018, Schedule 1" items={items(codes.dpaConditions)} {...state} />
      <SelectField name="confidence" label="Duty of confidence" items={items(codes.confidences)} {...state} />
    </>
  );
}

/** Harm, the family, agreement. */
export function HarmAndFamily({ name, state }: { name: string; state: FieldState }) {
  return (
    <>
      <h2 class="govuk-heading-m">Harm, and the family</h2>
      <Choice name="detriment" legend={`Would sharing harm ${name} more than not sharing?`} items={items(codes.detriments)} {...state} />
      <TextArea name="detrimentBecause" label="Why?" rows={2} {...state} />
      <Choice name="familyTold" legend="Does the family know?" items={items(codes.tellings)} {...state} />
      <TextField name="toldWhom" label="Whom did you tell, when and how?" {...state} />
      <TextField name="notToldBecause" label="If they are not told: why not?" {...state} />
      <Choice
        name="agreement"
        legend="Was anybody asked to agree?"
        hint="Recorded so that their view is known. It does not decide whether information about a child’s safety is shared"
        items={items(codes.agreements)}
        {...state}
      />
      <TextArea name="agreementBecause" label="Who was asked and what did they say, or why was nobody asked?" rows={2} {...state} />
    </>
  );
}

/** The decision itself, and how it goes. */
export function TheDecision({ state }: { state: FieldState }) {
  return (
    <>
      <h2 class="govuk-heading-m">The decision</h2>
      <Choice name="decision" legend="What do you decide?" items={items(codes.verdicts)} {...state} />
      <SelectField name="ground" label="If something is kept back: on which ground?" items={items(codes.grounds)} {...state} />
      <TextArea name="reason" label="Why?" hint="A decision not to share is recorded with the same care" rows={3} {...state} />
      <SelectField
        name="method"
        label="How is it given?"
        items={codes.methods.map((value) => ({ value, text: sentence(value) }))}
        {...state}
      />
      <TextField
        name="securityCheck"
        label="How did you make sure it reaches the right person?"
        hint="For example: rang back on the published number; checked the address with the team"
        {...state}
      />
      <DateField name="decidedOn" legend="When was it decided?" hint="Leave empty for now" {...state} />
      <Choice
        name="openTo"
        legend="Who may read this record?"
        items={[
          { value: 'everyone who helps', text: 'Everyone who helps this child' },
          { value: 'social care', text: 'Social workers who help this child, the front door, and you' },
        ]}
        {...state}
      />
    </>
  );
}
