import { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { correctItem } from '../../actions/correct-item.ts';
import { itemOf } from '../../correction.store.ts';
import { itemKinds } from '../../share.codes.ts';
import { referenceOf } from '../../share.ts';
import { latestWords } from '../../share.store.ts';
import { KindTag } from '../share/items.tsx';

export const correctShape = z.object({
  nowKind: oneOf(itemKinds, 'Select whether it is a fact, an opinion or an allegation'),
  nowWords: requiredText('Write what it should say', 2000),
  because: requiredText('Say what was wrong, and how you know', 1000),
});

/** Correct something that was shared: everyone who was given it is told. */
export const correctPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const correctAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const item = await itemOf(ctx, asked.params['id'] ?? '', asked.params['itemId'] ?? '');
  const identity = await identityOf(ctx, item.personId);
  const now = (await latestWords(ctx, [item.thingId])).get(item.thingId) ?? item;
  about(ctx, 'share-decision', item.decisionId);
  return staffView(
    ctx,
    {
      title: 'Correct what was shared',
      breadcrumbs: [
        { href: `/children/${item.personId}`, label: identity.name },
        { href: `/shares/${item.decisionId}`, label: referenceOf(item.decisionId) },
        { label: 'Correct it' },
      ],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <h1 class="govuk-heading-l">Correct what was shared about {identity.name}</h1>
      <p class="govuk-body">It says now:</p>
      <blockquote class="govuk-inset-text">
        <KindTag kind={now.kind} />
        <p class="govuk-body gt-as-typed">{now.words}</p>
      </blockquote>
      <p class="govuk-body">
        Everyone who was given it is told, also by shares of colleagues: in Goldthread where they work here; otherwise an e-mail says that a
        correction waits, and whoever shared it is asked to tell them. What was said before stays readable.
      </p>
      <Form action={`/shares/${item.decisionId}/items/${item.id}/correct`} {...formCarries(ctx)}>
        <TextArea
          name="nowWords"
          label="What should it say?"
          rows={3}
          values={{ nowWords: now.words, ...state.values }}
          errors={state.errors}
        />
        <Choice
          name="nowKind"
          legend="It is"
          inline
          items={itemKinds.map((value) => ({ value, text: value.replace(/^./, (first) => first.toUpperCase()) }))}
          {...state}
        />
        <TextArea name="because" label="What was wrong, and how do you know?" hint="Recipients read this" rows={2} {...state} />
        <Button>Correct it and tell everyone who has it</Button>
      </Form>
    </>,
  );
}

/** Takes the correction. */
export async function takeCorrection(ctx: StaffCtx, data: z.output<typeof correctShape>, asked: Asked): Promise<Answer> {
  const { id = '', itemId = '' } = asked.params;
  await correctItem(ctx, { decisionId: id, itemId, ...data });
  return seeOther(`/shares/${id}`, 'Corrected. Everyone who was given it is being told.');
}
