import type { z } from 'zod';
import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, Form, SelectField, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { contactOf, namedIn, type NamedRow } from '../../../contact.store.ts';
import { calledOfRow } from '../../../submitted.ts';
import { tellAboutIncident } from '../../actions/tell-about-incident.ts';
import { channels, shareWords, type ShareRule } from '../../notification.ts';
import { personsOf } from '../../notification.store.ts';
import { questionsAbout } from '../../question.store.ts';
import { sharingAgreed } from '../../question.ts';
import { safeRulesOf } from '../../safe-contact.store.ts';
import { channelWords } from '../../safe-contact.ts';
import { SafeContactNotice } from '../../safe-contact-notice.tsx';
import { incidentBehind } from '../../triage.store.ts';
import { frame, toList } from '../frame.tsx';
import type { tellShape } from '../incident/form.ts';

/** Telling a school, a parent or somebody else about an incident: what is safe and what the police ask stand above the form, and hold. */
export async function tellPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const incident = await incidentBehind(ctx, contact.id);
  if (!incident) return seeOther(`/front-door/contacts/${contact.id}`);
  const named = await namedIn(ctx, contact.id);
  saw(ctx, ...named.map((one) => one.person_id));
  const schools = new Map((await personsOf(ctx, incident.notificationId)).map((one) => [one.contact_person_id, one.school]));
  const agreed = sharingAgreed(await questionsAbout(ctx, contact.id));
  const at = `/front-door/police/${contact.id}`;
  const children = named.filter((one) => one.part !== 'adult');
  const values = {
    toldTo: 'school',
    toName: schools.get(children[0]?.id ?? '') ?? '',
    namedId: children.length === 1 ? (children[0]?.id ?? '') : '',
    ...again.values,
  };
  const state = { values, errors: again.errors };
  return frame(
    ctx,
    {
      title: 'Tell somebody about it',
      errors: again.errors,
      wide: false,
      trail: [toList, { href: at, label: incident.policeRef }, { label: 'Tell somebody about it' }],
    },
    <>
      <h1 class="govuk-heading-l">Tell somebody about it</h1>
      <SafeContactNotice rules={await safeRulesOf(ctx, contact.id)} />
      <WhatPoliceAsk shareRules={incident.shareRules} agreed={agreed} />
      <TellForm ctx={ctx} at={at} named={named} state={state} />
    </>,
  );
}

type TellProps = { ctx: StaffCtx; at: string; named: readonly NamedRow[]; state: Again };

function TellForm({ ctx, at, named, state }: TellProps) {
  return (
    <Form action={`${at}/tell`} {...formCarries(ctx)}>
      <SelectField
        name="namedId"
        label="About whom"
        empty="Select"
        items={named.map((one) => ({ value: one.id, text: calledOfRow(one) }))}
        {...state}
      />
      <Choice
        name="toldTo"
        legend="Who is told?"
        items={[
          { value: 'school', text: 'A school or nursery' },
          { value: 'parent or carer', text: 'A parent or carer' },
          { value: 'other', text: 'Somebody else' },
        ]}
        {...state}
      />
      <TextField name="toName" label="Who exactly" hint="The school and the person there" {...state} />
      <SelectField
        name="channel"
        label="How"
        empty="Select"
        items={channels.map((value) => ({ value, text: channelWords[value] }))}
        {...state}
      />
      <TextArea
        name="words"
        label="What they are told"
        hint="Only what they need to keep the child safe today. Never where somebody has gone."
        rows={5}
        {...state}
      />
      <Button>Record that they are told</Button>
    </Form>
  );
}

function WhatPoliceAsk({ shareRules, agreed }: { shareRules: readonly string[]; agreed: boolean }) {
  if (shareRules.length === 0) return null;
  return (
    <WarningText>
      {shareRules.map((rule) => shareWords[rule as ShareRule]).join('. ')}.{agreed ? ' Asked since, the police have agreed.' : ''}
    </WarningText>
  );
}

/** Records the telling; an unsafe way, an unsafe moment or what the police asked not to be told is refused in words. */
export async function takeTelling(ctx: StaffCtx, data: z.output<typeof tellShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await tellAboutIncident(ctx, { contactId, ...data });
  return seeOther(`/front-door/police/${contactId}`, 'It is recorded that they are told');
}
