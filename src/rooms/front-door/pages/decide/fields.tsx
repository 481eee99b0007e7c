import { Details } from '../../../../platform/web/govuk/details.tsx';
import { Choice, Choices, SelectField, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import type { openWorkFor } from '../../../casework/index.ts';
import { factors, primaryNeeds } from '../../codes.ts';
import { levels, outcomes } from '../../decision.ts';

type OpenWork = Awaited<ReturnType<typeof openWorkFor>>;

/** Level, reasons, and what they mean for this child. */
export function Judgement({ name, ...state }: FieldState & { name: string }) {
  return (
    <>
      <Choice
        name="level"
        legend={`What level is this for ${name}?`}
        items={levels.map((one) => ({
          value: String(one.level),
          text: one.name,
          hint: { text: `${capital(one.words)}. The family's agreement is ${one.agreement}.` },
        }))}
        {...state}
      />
      <div class="gt-in-columns">
        <Choices
          name="factors"
          legend="What are the reasons?"
          hint="Select all that apply. They are the factors of the national census, so nobody types them again."
          small
          items={factors.map(([value, text]) => ({ value, text }))}
          {...state}
        />
      </div>
      <TextArea
        name="analysis"
        label={`What does this mean for ${name}?`}
        hint="So what? Write it so that a colleague could act on it tonight."
        rows={5}
        {...state}
      />
      <TextArea name="protective" label={`What protects ${name}?`} rows={3} {...state} />
      <TextArea name="history" label="What do earlier contacts and help tell? (optional)" rows={3} {...state} />
      <div class="gt-in-columns">
        <Choice
          name="outcomeCode"
          legend="What happens next?"
          hint="Each says which levels it fits"
          small
          items={outcomes.map((one) => ({
            value: one.code,
            text: `${one.label} (level ${one.levels.length === 4 ? 'any' : one.levels.join(', ')})`,
          }))}
          {...state}
        />
      </div>
    </>
  );
}

/** What the outcome needs to know: the census's primary need, whom it is passed to, what it repeats, how urgent a hub picture is. */
export function WhatFollows({ work, ...state }: FieldState & { work: OpenWork }) {
  return (
    <>
      <SelectField
        name="primaryNeed"
        label="Primary need, if a referral is opened"
        items={primaryNeeds.map(([value, text]) => ({ value, text: `${value} ${text}` }))}
        {...state}
      />
      <Details
        summaryText="If it is passed on, repeats another contact, or a hub picture is asked for"
        open={state.errors?.some((one) => ['handedTo', 'duplicateOf', 'hubRag', 'handedHow'].includes(one.field)) || work.length > 0}
      >
        {work.length > 0 ? <AlreadyInvolved work={work} {...state} /> : null}
        <TextField name="handedTo" label="Who it is passed to" hint="Name and service" {...state} />
        <Choice
          name="handedHow"
          legend="How they were told"
          items={['by telephone', 'by secure email', 'in person'].map((one) => ({ value: one, text: capital(one) }))}
          inline
          {...state}
        />
        <TextField name="duplicateOf" label="Reference of the contact it repeats" width={10} {...state} />
        <Choice
          name="hubRag"
          legend="How urgent is the hub picture?"
          items={[
            { value: 'RED', text: 'Red: significant harm now or likely' },
            { value: 'AMBER', text: 'Amber: significant concern' },
            { value: 'GREEN', text: 'Green: wellbeing, below statutory' },
          ]}
          {...state}
        />
      </Details>
    </>
  );
}

function AlreadyInvolved({ work, ...state }: FieldState & { work: OpenWork }) {
  const workers = work
    .filter((one) => one.workerId)
    .map((one) => ({ value: one.workerId ?? '', text: `${one.workerName ?? ''} (${one.reference})` }));
  const teams = work
    .filter((one) => one.teamId)
    .map((one) => ({ value: one.teamId ?? '', text: `${one.teamName ?? ''} (${one.reference})` }));
  return (
    <>
      <Choice
        name="handedToStaffId"
        legend="Worker already involved"
        items={[...workers, { value: '', text: 'Someone else' }]}
        {...state}
      />
      <Choice name="handedToTeamId" legend="Or their team" items={[...teams, { value: '', text: 'No team here' }]} {...state} />
    </>
  );
}

/** Why this outcome, and who sees it differently. */
export function Why(state: FieldState) {
  return (
    <>
      <TextArea name="rationale" label="Why is this outcome right?" rows={4} {...state} />
      <TextArea
        name="disagreement"
        label="Does anyone see it differently? (optional)"
        hint="Whose view, and what it is"
        rows={2}
        {...state}
      />
    </>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
