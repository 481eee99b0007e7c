import { randomUUID } from 'node:crypto';
import { actingAs, saw, type Ctx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import type { Accuracy, EventCategory } from '../chronology.codes.ts';

/** An event for a child’s chronology; today unless `occurredOn` says otherwise. `isAutomatic` events are facts of the work, proposed until a person promotes them; an automatic
 *  event of the same category about the same record is written once. */
export interface NewEvent {
  personId: string;
  occurredOn?: string | null;
  accuracy?: Accuracy;
  category: EventCategory;
  description: string;
  impactOnChild?: string | null;
  childPresent?: boolean | null;
  source: string;
  sourceAgencyId?: string | null;
  isAutomatic?: boolean;
  hiddenFromFamily?: boolean;
  thirdParty?: boolean;
  /** Without it, events linked to a contact or a referral stay with social care and the front door. */
  openTo?: 'everyone who helps' | 'social care';
  linkedKind?: string | null;
  linkedId?: string | null;
}

/** Adds an event to a child's chronology. Works for front-door staff and jobs too, who need not be able to read it back. Returns its id. */
export async function addEvent(ctx: Ctx, event: NewEvent): Promise<string> {
  const id = randomUUID();
  const staffId = ctx.who.kind === 'staff' ? ctx.who.staffId : null;
  await ctx.tx
    .insertInto('chronology_event')
    .values({
      id,
      person_id: event.personId,
      happened_on: event.occurredOn ?? londonDate(ctx.now),
      accuracy: event.accuracy ?? 'day',
      category: event.category,
      description: event.description,
      impact_on_child: event.impactOnChild ?? null,
      child_present: event.childPresent ?? null,
      source: event.source,
      source_agency_id: event.sourceAgencyId ?? actingAs(ctx.who)?.agencyId ?? null,
      added_by: staffId,
      added_at: ctx.now,
      automatic: event.isAutomatic ?? false,
      hidden_from_family: event.hiddenFromFamily ?? false,
      third_party: event.thirdParty ?? false,
      open_to: event.openTo ?? (staysWithSocialCare(event) ? 'social care' : 'everyone who helps'),
      linked_kind: event.linkedKind ?? null,
      linked_id: event.linkedId ?? null,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
  saw(ctx, event.personId);
  return id;
}

const staysWithSocialCare = (event: NewEvent): boolean => event.linkedKind === 'contact' || event.linkedKind === 'referral';
