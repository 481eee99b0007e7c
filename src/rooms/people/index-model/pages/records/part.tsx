import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { id as anId, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { aboutPerson } from '../../../pages/person/about-person.tsx';
import { splitRecord } from '../../actions/split-record.ts';
import { takeBack } from '../../actions/take-back.ts';
import { assertionsOf } from '../../assertion.store.ts';
import { assertionInWords } from '../../in-words.ts';
import { namesOf, sourceRecords } from '../../records.store.ts';

const why = requiredText('Say why, so that whoever reads this later understands', 1000);
export const partShape = z.object({ why });
export const takeBackShape = z.object({ why, of: anId('Choose what to take back'), place: z.coerce.number().int().min(1) });

/** A source record that is not this person's gets a person of its own. */
export async function partPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const [personId, recordId] = [asked.params['id'] ?? '', asked.params['recordId'] ?? ''];
  const record = found((await sourceRecords(ctx, personId)).find((one) => one.id === recordId && !one.replaced));
  return aboutPerson(
    ctx,
    personId,
    'Not this person’s record',
    again,
    <Form action={`/people/${personId}/records/${recordId}/part`} {...formCarries(ctx)}>
      <p class="govuk-body">
        The record from {record.feed ?? record.agency} ({[record.given, record.family].filter(Boolean).join(' ')}) gets a person of its own,
        certainly not this one. What it told leaves this record. Everything written here since it came is then shown beside both, for
        someone to say whose it is.
      </p>
      <TextArea name="why" label="Why is it not theirs?" rows={3} maxlength={1000} values={again?.values} errors={again?.errors} />
      <Button>Give it a person of its own</Button>
    </Form>,
  );
}

export async function takePart(ctx: StaffCtx, data: z.output<typeof partShape>, asked: Asked): Promise<Answer> {
  const made = await splitRecord(ctx, { personId: asked.params['id'] ?? '', recordId: asked.params['recordId'] ?? '', why: data.why });
  return seeOther(`/people/${made}/records`, 'The record has a person of its own now');
}

/** One entry of the history is taken back: what follows is said before it is done. */
export async function takeBackPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const [of, place] = [String(again?.values['of'] ?? asked.query['of'] ?? ''), Number(again?.values['place'] ?? asked.query['place'] ?? 0)];
  const all = await assertionsOf(ctx, personId);
  const one = all.find((it) => it.personId === of && it.place === place && it.kind !== 'as recorded');
  if (!one)
    return aboutPerson(
      ctx,
      personId,
      'Take an entry back',
      again,
      <EmptyList
        why="No entry was chosen."
        whatToDo={
          <a class="govuk-link" href={`/people/${personId}/records`}>
            Choose one in the history
          </a>
        }
      />,
    );
  const names = await namesOf(ctx, one.otherPersonId ? [one.otherPersonId] : []);
  const follows: Readonly<Record<string, string>> = {
    merge:
      'Both are two people again. Everything that was moved returns to where it was; what was written since is shown for someone to say whose it is.',
    split: 'The record returns, with what it told. Whoever it made leads back here.',
    'certainly not': 'The two may then be joined again, by the matcher too unless someone has decided otherwise.',
    link: 'The record gets a person of its own.',
    retract: 'What was taken back stands again.',
  };
  return aboutPerson(
    ctx,
    personId,
    'Take an entry back',
    again,
    <Form action={`/people/${personId}/taking-back`} {...formCarries(ctx)}>
      <p class="govuk-body">
        <strong>{assertionInWords(one, one.otherPersonId ? (names.get(one.otherPersonId) ?? null) : null, null)}</strong>. {one.why}
      </p>
      <p class="govuk-body">
        {follows[one.kind] ?? 'It no longer counts; what other sources say is shown instead.'} The entry itself stays in the history, with
        your reason.
      </p>
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="place" value={String(place)} />
      <TextArea name="why" label="Why?" rows={3} maxlength={1000} values={again?.values} errors={again?.errors} />
      <Button>Take it back</Button>
    </Form>,
  );
}

export async function takeTakingBack(ctx: StaffCtx, data: z.output<typeof takeBackShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const { toApportion } = await takeBack(ctx, { personId: data.of, place: data.place, why: data.why });
  if (toApportion > 0)
    return seeOther(
      `/people/${personId}/apportion`,
      `Taken back. Say whose ${toApportion === 1 ? 'this entry is' : `these ${toApportion} entries are`}`,
    );
  return seeOther(`/people/${personId}/records`, 'Taken back');
}
