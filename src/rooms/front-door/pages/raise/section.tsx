import type { VNode } from 'preact';
import type { Ctx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import { Choice, Choices, SelectField, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { concernCategories, publicSources } from '../../codes.ts';

/** A section of the concern: one page, saved by itself, nothing in it blocks the others. */
export interface Section {
  key: string;
  title: string;
  hint: string;
  fields: readonly string[];
  body: (state: FieldState, ctx: Ctx) => VNode;
}

export const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not known', text: 'I do not know' },
];

/** Who may say how the concern reached us: a contact officer writing down what someone told them. */
export const writesForOthers = (ctx: Ctx): boolean => ctx.who.kind === 'staff' && ctx.who.permissions.has('front-door.screen');

const urgency: Section = {
  key: 'safety',
  title: 'Is the child safe now',
  hint: 'Danger, where they are, who it is safe to speak to',
  fields: ['immediateDanger', 'whereaboutsKnown', 'lastSeen', 'safeToContactParents', 'riskToWorker'],
  body: (state) => (
    <>
      <WarningText>If a child is in immediate danger, call 999 now. Do not wait for this form.</WarningText>
      <Choice
        name="immediateDanger"
        legend="Is any child in immediate danger?"
        items={[
          { value: 'yes', text: 'Yes, and I have called 999 or am about to' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <Choice name="whereaboutsKnown" legend="Do you know where the child is now?" items={yesNo} inline {...state} />
      <TextField name="lastSeen" label="When and where was the child last seen?" hint="For example, at school at 3pm today" {...state} />
      <Choice name="safeToContactParents" legend="Is it safe for us to contact the parents or carers?" items={yesNo} inline {...state} />
      <TextArea name="riskToWorker" label="Is there anything that would make a visit unsafe?" rows={2} {...state} />
    </>
  ),
};

function Channel(state: FieldState) {
  return (
    <Choice
      name="channel"
      legend="How did this reach you?"
      hint="Choose “I noticed it myself” unless you are writing down what someone else told you"
      items={[
        { value: 'WEB', text: 'I noticed it myself' },
        { value: 'PHONE', text: 'By telephone' },
        { value: 'EMAIL', text: 'By email' },
        { value: 'WALK_IN', text: 'In person' },
        { value: 'LETTER', text: 'By letter' },
        { value: 'OUT_OF_HOURS', text: 'From the out-of-hours team' },
      ]}
      {...state}
    />
  );
}

const you: Section = {
  key: 'you',
  title: 'About you',
  hint: 'So that we can come back to you',
  fields: [
    'channel',
    'yourName',
    'yourRole',
    'yourAgency',
    'yourPhone',
    'yourEmail',
    'relationship',
    'anonymous',
    'wishesFeedback',
    'publicSource',
  ],
  body: (state, ctx) => (
    <>
      {writesForOthers(ctx) ? <Channel {...state} /> : null}
      <TextField name="yourName" label="Name" autocomplete="name" {...state} />
      {ctx.who.kind === 'public' ? (
        <SelectField
          name="publicSource"
          label="How do you know the child?"
          items={publicSources.map(([value, text]) => ({ value, text }))}
          {...state}
        />
      ) : (
        <TextField name="yourRole" label="Job title" {...state} />
      )}
      {ctx.who.kind === 'public' ? null : <TextField name="yourAgency" label="Organisation" autocomplete="organization" {...state} />}
      <TextField name="yourPhone" label="Telephone" type="tel" autocomplete="tel" width={20} {...state} />
      <TextField name="yourEmail" label="Email" type="email" autocomplete="email" spellcheck={false} {...state} />
      <TextField
        name="relationship"
        label="How are you connected to the child?"
        hint="For example, form tutor for two years, or next-door neighbour"
        {...state}
      />
      {ctx.who.kind === 'public' || writesForOthers(ctx) ? (
        <Choice
          name="anonymous"
          legend="May we know who you are?"
          items={[
            { value: 'no', text: 'Yes' },
            { value: 'yes', text: 'No, keep my name out', hint: { text: 'We will still look into it. We cannot tell you what happened.' } },
          ]}
          {...state}
        />
      ) : null}
      <Choice
        name="wishesFeedback"
        legend="Would you like to hear what happened?"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        inline
        {...state}
      />
    </>
  ),
};

const worry: Section = {
  key: 'worry',
  title: 'What worries you',
  hint: "In your own words, and the child's",
  fields: ['whatHappened', 'whenWhere', 'childSaid', 'impact', 'history', 'categories'],
  body: (state) => (
    <>
      <TextArea
        name="whatHappened"
        label="What has happened, or what have you seen or heard?"
        hint="Say what you saw and heard, and what you think, and which is which."
        rows={8}
        {...state}
      />
      <TextField name="whenWhere" label="When and where?" {...state} />
      <TextArea name="childSaid" label="What did the child say?" hint="In the child's own words" rows={3} {...state} />
      <TextArea name="impact" label="What does it mean for the child?" hint="What is their day like because of it?" rows={4} {...state} />
      <TextArea name="history" label="Has anything like this worried you before?" rows={3} {...state} />
      <div class="gt-in-columns">
        <Choices
          name="categories"
          legend="What kind of worry is it?"
          hint="Select any that fit. You can leave this out."
          small
          items={concernCategories.map((one) => ({ value: one, text: one }))}
          {...state}
        />
      </div>
    </>
  ),
};

const strengths: Section = {
  key: 'help',
  title: 'What is going well and what would help',
  hint: 'Strengths, what was tried, the level you think it is',
  fields: ['workingWell', 'supportTried', 'whatWouldHelp', 'levelBelieved', 'levelWhy'],
  body: (state) => (
    <>
      <TextArea name="workingWell" label="What is going well for this child or family?" rows={3} {...state} />
      <TextArea name="supportTried" label="What has been tried already?" rows={3} {...state} />
      <TextArea name="whatWouldHelp" label="What do you think would help?" rows={3} {...state} />
      <Choice
        name="levelBelieved"
        legend="What level of need do you think this is?"
        items={[
          { value: '1', text: 'Level 1: services every child has are enough' },
          { value: '2', text: 'Level 2: early help' },
          { value: '3', text: 'Level 3: help from social care as a child in need' },
          { value: '4', text: 'Level 4: significant harm, or likely' },
          { value: '', text: 'I do not know' },
        ]}
        {...state}
      />
      <TextArea name="levelWhy" label="Why do you think so?" rows={2} {...state} />
    </>
  ),
};

const agreement: Section = {
  key: 'family',
  title: 'What the family knows',
  hint: 'What was agreed, or why they were not asked',
  fields: ['parentsInformed', 'agreementObtained', 'agreementByWhom', 'agreementWhyNot', 'childTold'],
  body: (state) => (
    <>
      <InsetText>
        You do not need the family's agreement to tell us that a child may be at risk. Talk to them first unless that would put someone at
        risk.
      </InsetText>
      <Choice name="parentsInformed" legend="Do the parents or carers know you are telling us?" items={yesNo} inline {...state} />
      <Choice name="agreementObtained" legend="Did they agree?" items={yesNo} inline {...state} />
      <TextField name="agreementByWhom" label="Who agreed?" {...state} />
      <TextArea name="agreementWhyNot" label="If they were not asked or did not agree, why?" rows={2} {...state} />
      <TextArea name="childTold" label="Does the child know, and what do they think?" rows={2} {...state} />
    </>
  ),
};

/** In the order of the form; children, adults and files have pages of their own. */
export const sections: readonly Section[] = [urgency, you, worry, strengths, agreement];
export const sectionOf = (key: string): Section | undefined => sections.find((one) => one.key === key);

/** Form alone: an email looks like one. Whatever else is missing may stay "not known". */
export function sectionErrors(section: Section, values: Readonly<Record<string, string | string[]>>): FieldError[] {
  const email = String(values['yourEmail'] ?? '').trim();
  if (section.key === 'you' && email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    return [{ field: 'yourEmail', message: 'Enter an email address in the correct format, like name@example.org' }];
  return [];
}
