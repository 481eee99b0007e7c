import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { version } from '../../../../../platform/web/fields.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { release } from '../../actions/release.ts';
import { requestAsked } from '../../asked.store.ts';
import { questionsFor } from '../../question-sets.codes.ts';
import { beingWritten, itemKinds, placesOf, saysNothing, unanswered, type Item, type Place } from '../../return.ts';
import { emptyReturn, returnsOf } from '../../return.store.ts';
import { Items } from '../items.tsx';

/** The return as the hub will read it, before it is released. Another of the agency may have written it: four eyes are possible, never forced. */
export async function checkPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { request, people } = await requestAsked(ctx, asked.params['id'] ?? '');
  const written = beingWritten(await returnsOf(ctx, request.id));
  if (!written) return seeOther(`/asked-of-us/${request.id}`);
  const set = questionsFor(request.discipline);
  const at = `/asked-of-us/${request.id}`;
  const whom = people.map((one) => one.name).join(', ');
  return staffView(
    ctx,
    {
      title: 'Read the return through',
      wide: true,
      breadcrumbs: [{ href: '/asked-of-us', label: 'Asked of us' }, { href: at, label: whom }, { label: 'Read it through' }],
    },
    <>
      <h1 class="govuk-heading-l">Read the return through</h1>
      <InsetText>
        Saved by {written.writtenBy} on {longMoment(written.writtenAt)}. Only your agency sees it until it is released; after that it does
        not change, and a correction is a further return.
      </InsetText>
      {written.correctionReason ? <p class="govuk-body">Sent again because: {written.correctionReason}</p> : null}
      <p class="govuk-body">{countWords(written.items)}</p>
      <Unanswered places={unanswered(placesOf(set, people), written.items)} />
      <Items items={written.items} set={set} people={people} />
      <Form action={`${at}/release`} {...formCarries(ctx)} version={written.version}>
        <div class="gt-toolbar">
          <Button attributes={{ 'data-shortcut': 'r' }}>Release it to the hub</Button>
          <Button href={`${at}/answer`} classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'a' }}>
            Change it
          </Button>
        </div>
      </Form>
      <Form action={`${at}/throw-away`} {...formCarries(ctx)}>
        <Button classes="govuk-button--warning">Throw it away</Button>
      </Form>
    </>,
  );
}

const several: Record<(typeof itemKinds)[number], [string, string]> = {
  fact: ['fact', 'facts'],
  opinion: ['opinion', 'opinions'],
  allegation: ['allegation', 'allegations'],
};

/** "2 facts and 1 opinion; 3 answers say that nothing is known." */
export function countWords(items: readonly Item[]): string {
  const said = items.filter((item) => !saysNothing(item));
  const nil = items.length - said.length;
  const kinds = itemKinds.flatMap((kind) => {
    const many = said.filter((item) => item.kind === kind).length;
    return many > 0 ? [`${many} ${several[kind][many === 1 ? 0 : 1]}`] : [];
  });
  const first = kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}` : (kinds[0] ?? 'Nothing is known');
  return nil > 0 && kinds.length > 0 ? `${first}; ${nil} ${nil === 1 ? 'answer says' : 'answers say'} that nothing is known.` : `${first}.`;
}

function Unanswered({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <>
      <WarningText>
        {places.length === 1 ? 'One question is' : `${places.length} questions are`} not answered. The hub reads that as not answered, not
        as nothing known.
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {places.map((place) => (
          <li>{place.about ? `${place.question.ask} (${place.about.name})` : place.question.ask}</li>
        ))}
      </ul>
    </>
  );
}

export const releaseShape = z.object({ _version: version });

/** Releases what was read through. */
export async function takeRelease(ctx: StaffCtx, form: z.output<typeof releaseShape>, asked: Asked): Promise<Answer> {
  await release(ctx, asked.params['id'] ?? '', form._version);
  return seeOther(`/asked-of-us/${asked.params['id'] ?? ''}`, 'Released to the hub');
}

/** Empties the unreleased return. */
export async function throwAway(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  const { request } = await requestAsked(ctx, asked.params['id'] ?? '', true);
  await emptyReturn(ctx, request.id);
  return seeOther(`/asked-of-us/${request.id}`, 'Thrown away. Nothing of it went to the hub');
}
