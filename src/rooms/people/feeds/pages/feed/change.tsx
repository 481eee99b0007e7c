import type { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, Choices, Form, SelectField, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { beginFeed } from '../../actions/begin-feed.ts';
import { changeFeed } from '../../actions/change-feed.ts';
import { feedKinds, kindWords } from '../../feed.ts';
import { feedOf, sendersToChoose } from '../../feed.store.ts';
import { frame, trailOf } from '../frame.tsx';
import { factsFrom, startingValues, valuesOf, type feedShape, type newFeedShape } from './form.ts';

/** Sets a feed up: whose, under which agreement, what it tells. */
export async function newFeedPage(ctx: StaffCtx, again: Again = { values: startingValues, errors: [] }): Promise<Answer> {
  const { agencies, machines } = await sendersToChoose(ctx);
  return frame(
    ctx,
    { title: 'Set up a feed', errors: again.errors, wide: false },
    <Form action="/index/feeds/new" {...formCarries(ctx)}>
      <SelectField
        name="agencyId"
        label="Whose feed is it?"
        hint="Agencies whose information-sharing agreement is recorded"
        items={agencies}
        {...again}
      />
      <Questions again={again} machines={machines} />
      <Button>Set up as a draft</Button>
    </Form>,
  );
}

export async function takeNewFeed(ctx: StaffCtx, { agencyId, ...data }: z.output<typeof newFeedShape>): Promise<Answer> {
  const id = await beginFeed(ctx, agencyId, factsFrom(data));
  return seeOther(`/index/feeds/${id}/mapping`, 'The feed is set up as a draft. Say how its columns are read.');
}

/** Changes what is written down about a feed. */
export async function changeFeedPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'feed', feed.id);
  const { machines } = await sendersToChoose(ctx);
  const state = again ?? { values: valuesOf(feed), errors: [] };
  return frame(
    ctx,
    { title: `Change ${feed.name}`, trail: trailOf(feed), errors: state.errors, wide: false },
    <Form action={`/index/feeds/${feed.id}/change`} {...formCarries(ctx)}>
      <Questions again={state} machines={machines.filter((one) => one.agencyId === feed.agencyId)} />
      <Button>Save</Button>
    </Form>,
  );
}

export async function takeChangedFeed(ctx: StaffCtx, data: z.output<typeof feedShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await changeFeed(ctx, id, factsFrom(data));
  return seeOther(`/index/feeds/${id}`, 'Saved');
}

function Questions({ again, machines }: { again: Again; machines: readonly { value: string; text: string }[] }) {
  return (
    <>
      <Choice
        name="kind"
        legend="What kind of feed?"
        items={feedKinds.map((value) => ({ value, text: kindWords[value] }))}
        small
        {...again}
      />
      <TextField name="name" label="Name, as people say it" hint="For example: School rolls, nightly" {...again} />
      <h2 class="govuk-heading-m">The agreement</h2>
      <TextField name="agreementReference" label="Reference of the agreement" width={20} {...again} />
      <TextArea name="purpose" label="What are the facts used for?" rows={2} maxlength={500} {...again} />
      <TextArea
        name="lawfulBasis"
        label="Why may they be shared?"
        hint="The lawful basis, in words: for example the Children Act 2004, sections 10 and 11"
        rows={2}
        maxlength={500}
        {...again}
      />
      <TextField
        name="covers"
        label="Whom does it tell about?"
        hint="For example: pupils on the roll of every school that has signed"
        {...again}
      />
      <TextField name="ageFrom" label="Youngest, in years" width={3} inputmode="numeric" {...again} />
      <TextField name="ageTo" label="Oldest, in years" width={3} inputmode="numeric" {...again} />
      <WhatItTells again={again} />
      <HowItComes again={again} machines={machines} />
    </>
  );
}

function WhatItTells({ again }: { again: Again }) {
  return (
    <>
      <h2 class="govuk-heading-m">What it tells</h2>
      <TextField
        name="roleTold"
        label="The sender’s part in the child’s life"
        hint="Used when a row names none itself: for example “On school roll”. Leave it empty for the kind’s own words."
        {...again}
      />
      <Choices
        name="sensitive"
        legend="Is it a sensitive service?"
        hint="Sexual health, mental health or substance misuse: what it tells is hidden without the family’s agreement"
        items={[{ value: 'yes', text: 'Yes, it is sensitive' }]}
        small
        {...again}
      />
    </>
  );
}

function HowItComes({ again, machines }: { again: Again; machines: readonly { value: string; text: string }[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">How it comes</h2>
      <Choice
        name="format"
        legend="How is it written?"
        inline
        items={[
          { value: 'csv', text: 'CSV' },
          { value: 'json', text: 'JSON' },
        ]}
        {...again}
      />
      <TextField name="everyDays" label="Expected every" width={3} inputmode="numeric" suffix="days" {...again} />
      <SelectField
        name="clientId"
        label="Machine that may send it (optional)"
        empty="None: files are uploaded here"
        items={machines}
        {...again}
      />
      <TextField
        name="graceDays"
        label="Days of grace"
        hint="How long after a complete file no longer names a child their involvement ends"
        width={3}
        inputmode="numeric"
        {...again}
      />
      <TextField
        name="goneLimitPercent"
        label="Largest share that may be gone from one complete file without anyone looking"
        width={3}
        inputmode="numeric"
        suffix="%"
        {...again}
      />
    </>
  );
}
