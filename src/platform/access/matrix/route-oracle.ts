import type { Family } from './family.sample.ts';
import { figureReaders } from './performance-oracle.ts';
import { answering, answersFor, mayAnswer } from './hub-oracle.ts';
import { notifiesFor } from './police-oracle.ts';
import { maySeeDisagreement } from './telling-oracle.ts';
import { mayReadQuestion, oracle, type Sight } from './oracle.ts';
import { nightContact, worksByNight } from './ways-in-oracle.ts';
import { isAsked, mayReadHandover } from './workspace-oracle.ts';
import type { Facts, Standing } from './standing.ts';

/** Which roles a page is for and which record it needs sight of, written from domain list 2.2 and 2.3 and not from the product's role table. */
export interface RouteLine {
  /** Method and path pattern, as a regular expression over `GET /people/:id`. */
  match: RegExp;
  /** 'public', 'signed-in', or the roles of list 2.2 it is for. */
  for: 'public' | 'signed-in' | readonly string[];
  /** Row of the family that each path parameter names. */
  names?: Readonly<Record<string, string>>;
  /** Whether the asker may know of the thing at this address; without it the address names nobody. */
  sees?: (family: Family, sight: Sight, who: Standing, facts: Facts) => boolean;
}

const health = ['HV', 'SN', 'MIDW', 'GP', 'CLIN'];
const partners = ['PROB', 'YOT', 'HOUS', 'ADULT_MH', 'ADULT_SM', 'IDVA', 'VCS'];
const familyHelp = ['EH_CO', 'LP', 'FSW', 'SW', 'TM'];
/** Members of teams around families: 2.2 gives TAF to schools, health and partner workers, and not to the police or a mere referrer. */
const aroundFamilies = [...familyHelp, 'DSL', 'SENCO', ...health, ...partners];
/** 2.3 Identity index; the auditor and the director on a logged need, the shield desk for its own work. */
const index = ['CO', 'MASH_M', ...aroundFamilies, 'POL_PPD', 'QA_AUD', 'DCS', 'SHIELD', 'INDEX'];
/** Looking someone up without a relation, with a reason: not schools, who know their own pupils, nor partner workers (2.3: own or none). */
const lookUp = ['CO', 'MASH_M', ...familyHelp, ...health, 'POL_PPD', 'QA_AUD', 'DCS', 'SHIELD', 'INDEX'];
const raise = ['REF', 'DSL', 'SENCO', ...health, 'POL_PPD', ...partners, 'CO', 'MASH_M', ...familyHelp, 'FIS'];
const correct = ['CO', 'MASH_M', ...familyHelp];
const guards = ['DPO', 'SM_HOS', 'TM'];

const shareRoles = [...aroundFamilies, 'CO', 'MASH_M', 'SHIELD'];

const known = (family: Family, sight: Sight): boolean => sight.people.has(family.ids['child']);
/** A source record says where the child lives: of anyone shielded it is for those on the list and the shield desk. */
const whereTheyLive = (family: Family, sight: Sight, who: Standing, facts: Facts): boolean =>
  known(family, sight) &&
  (who.leave.has(family.ids['child']) ||
    who.purposes.has('shield-desk') ||
    facts.rows('person').some((row) => row['id'] === family.ids['child'] && row['shield'] === 'none'));
/** 2.1 asks for a purpose where there is no relation: the front door manager and a co-ordinator of another team, who may read any family's
 *  help, say why they look the child up first. Until then the family is not known to them and the page is not there. */
const helped = (family: Family, sight: Sight): boolean =>
  sight.episodes.has(family.ids['episode']) && sight.families.has(family.ids['family']);
const contact = (family: Family, sight: Sight): boolean => sight.contacts.has(family.ids['contact']);
/** The front door's page of a contact shows what the front door made of it: for the front door and those it was passed to, not the referrer. */
const worked = (family: Family, sight: Sight, who: Standing, facts: Facts): boolean =>
  contact(family, sight) &&
  (who.is('CO', 'MASH_M') ||
    facts
      .rows('contact_handover')
      .some(
        (row) =>
          row['contact_id'] === family.ids['contact'] &&
          row['returned_at'] === null &&
          (row['to_staff_id'] === who.asker.staffId || who.teams.has(row['to_team_id'])),
      ));
/** The referrer's page: their own concern, or their school's for its safeguarding lead. */
const raised = (family: Family, sight: Sight, who: Standing, facts: Facts): boolean =>
  contact(family, sight) &&
  facts
    .rows('contact')
    .some(
      (row) =>
        row['id'] === family.ids['contact'] &&
        (row['referrer_staff_id'] === who.asker.staffId || (who.is('DSL') && who.agencies.has(row['referrer_agency_id']))),
    );
/** What a force notified, for its own desk. */
const notified = (family: Family, _sight: Sight, who: Standing, facts: Facts): boolean =>
  facts
    .rows('police_notification')
    .some((row) => row['id'] === family.ids['policeNotification'] && notifiesFor(row['agency_id'], row['contact_id'], who, facts));
/** Anyone the index may say exists: not hidden from the asker, not in conflict. */
const findable = (family: Family, _sight: Sight, who: Standing, facts: Facts): boolean =>
  facts
    .rows('person')
    .some(
      (row) =>
        row['id'] === family.ids['child'] && !who.conflict.has(row['id']) && (row['shield'] !== 'hidden' || who.leave.has(row['id'])),
    );

const person = { id: 'child', personId: 'child', eventId: 'event' };
const episode = {
  id: 'episode',
  personId: 'child',
  goalId: 'goal',
  actionId: 'action',
  meetingId: 'meeting',
  offerId: 'offer',
  memberId: 'member',
};
const concern = { id: 'contact', namedId: 'named' };
const inHub = { id: 'enquiry', requestId: 'askedPolice', itemId: 'askedItem' };

/** S-007: what the night took in, for the night. */
const nightSees = (family: Family, sight: Sight, who: Standing): boolean => nightContact(family.ids['nightContact'], sight.contacts, who);

const disputes = ['REF', 'DSL', 'SENCO', ...health, 'POL_PPD', ...partners, 'CO', 'MASH_M', ...familyHelp];
const answersDisputes = [...disputes, 'SM_HOS', 'DCS', 'SCRUT'];
const disputed = (family: Family, _sight: Sight, who: Standing, facts: Facts): boolean =>
  maySeeDisagreement(
    facts.rows('disagreement').find((row) => row['id'] === family.ids['disagreement']),
    who,
    facts,
  );

/** S-002: whoever may be on duty for a discipline. */
const onDuty = [...answering, 'CO', 'MASH_M', ...familyHelp, 'FIS'];
const inWorkspace = { id: 'consult' };
const consultOf = (family: Family, facts: Facts) => facts.rows('consult').find((row) => row['id'] === family.ids['consult']);
const consulted = (family: Family, sight: Sight, who: Standing, facts: Facts): boolean =>
  (who.is('CO', 'MASH_M') && contact(family, sight)) || isAsked(consultOf(family, facts), who, facts);

/** Address by address, most particular first. An address without a line fails the matrix. */
export const routeOracle: readonly RouteLine[] = [
  { match: /^\w+ \/health-concern/, for: [...health, 'SW', 'TM'], names: person, sees: known },
  { match: /^\w+ \/(sign-in|sign-out|health|ready|assets|drafts|help|accessibility|privacy|concern\/|concern$|$)/, for: 'public' },
  { match: /^\w+ \/(sessions|alerts|search)/, for: 'signed-in' },
  { match: /^\w+ \/today/, for: ['any role'] },
  { match: /^\w+ \/my-concerns$/, for: raise },
  { match: /^\w+ \/my-concerns\/:id/, for: raise, names: concern, sees: raised },
  { match: /^GET \/front-door$/, for: ['CO', 'MASH_M'] },
  { match: /^GET \/front-door\/told$/, for: ['CO', 'MASH_M'] },
  { match: /^(GET \/disagreements\/new|POST \/disagreements)$/, for: disputes },
  { match: /^GET \/disagreements$/, for: answersDisputes },
  { match: /^\w+ \/disagreements\/:id/, for: answersDisputes, names: { id: 'disagreement' }, sees: disputed },
  { match: /^GET \/front-door\/performance/, for: figureReaders },
  { match: /^POST \/front-door\/performance/, for: ['MASH_M', 'DCS'] },
  { match: /^(\w+ \/front-door\/rota\/(new|wanted)|POST \/front-door\/rota(\/:id\/withdraw)?)$/, for: ['MASH_M'] },
  // A turn on duty is a colleague's and names none of the families
  { match: /^\w+ \/(front-door\/(rota|swaps)|on-duty)/, for: onDuty },
  { match: /^GET \/front-door\/(consults|changes|keys)$/, for: ['CO', 'MASH_M'] },
  { match: /^GET \/consults\/:id$/, for: onDuty, names: inWorkspace, sees: consulted },
  {
    match: /^POST \/consults\/:id\/answer/,
    for: onDuty,
    names: inWorkspace,
    sees: (family, _sight, who, facts) => isAsked(consultOf(family, facts), who, facts),
  },
  { match: /^POST \/consults\/:id/, for: ['CO', 'MASH_M'], names: inWorkspace, sees: contact },
  { match: /^GET \/front-door\/protection$/, for: ['CO', 'MASH_M', 'SW', 'TM', 'SM_HOS'] },
  {
    match: /^POST \/front-door\/protection/,
    for: ['CO', 'MASH_M', 'SW', 'TM', 'SM_HOS'],
    names: { id: 'protection' },
    sees: (family, sight, who, facts) =>
      facts.rows('protection_handover').some((row) => row['id'] === family.ids['protection'] && mayReadHandover(row, who, sight, facts)),
  },
  { match: /^POST \/front-door\/pull/, for: ['CO', 'MASH_M'] },
  { match: /^GET \/front-door\/contacts\/:id$/, for: ['CO', 'MASH_M', ...familyHelp], names: concern, sees: worked },
  { match: /^\w+ \/front-door\/contacts\/:id\/children/, for: ['MASH_M'], names: concern, sees: worked },
  { match: /^\w+ \/front-door\/contacts/, for: ['CO', 'MASH_M'], names: concern, sees: worked },
  { match: /^\w+ \/(urgent|help-for-me)(\/|$)/, for: 'public' },
  // A routing rule or a morning's list is nobody's: the address names none of the families
  { match: /^\w+ \/front-door\/(urgent-lines|rules\/(new|:id\/(agree|refuse)))$/, for: ['MASH_M'] },
  { match: /^\w+ \/front-door\/(ways-in|lanes|phone|email|mornings|transfers|rules)/, for: ['CO', 'MASH_M'] },
  { match: /^\w+ \/out-of-hours\/contacts/, for: ['SW', 'TM'], names: { id: 'nightContact' }, sees: nightSees },
  { match: /^\w+ \/out-of-hours/, for: ['SW', 'TM'], sees: (_family, _sight, who) => worksByNight(who) },
  { match: /^GET \/asked-of-us(\/help|\/onward)?$/, for: answering },
  {
    match: /^\w+ \/asked-of-us\/onward\/:askId/,
    for: answering,
    names: { askId: 'onward' },
    sees: (family, _sight, who, facts) => mayAnswer(family.ids['askedPolice'], who, facts),
  },
  {
    match: /^\w+ \/asked-of-us\/:id/,
    for: answering,
    names: { id: 'asked' },
    sees: (family, _sight, who, facts) => mayAnswer(family.ids['asked'], who, facts),
  },
  { match: /^GET \/front-door\/hub$/, for: ['CO', 'MASH_M'] },
  // Going on without an answer and a second manager's word are for managers, who decide
  { match: /^POST \/front-door\/hub\/:id\/(without|second)/, for: ['MASH_M'], names: inHub, sees: worked },
  { match: /^\w+ \/front-door\/hub\/:id/, for: ['CO', 'MASH_M'], names: inHub, sees: worked },
  // The police desk's feed: the day's list is the front door's; the police have their own desk
  { match: /^\w+ \/front-door\/police(\/(help|meetings|meeting|meeting\/open|meeting\/close))?$/, for: ['CO', 'MASH_M'] },
  {
    match: /^GET \/front-door\/police\/meetings\/:id$/,
    for: ['CO', 'MASH_M'],
    names: { id: 'triageMeeting' },
    sees: (family) => family.ids['triageMeeting'] !== undefined,
  },
  { match: /^\w+ \/front-door\/police\/:id/, for: ['CO', 'MASH_M'], names: { id: 'contact' }, sees: worked },
  { match: /^\w+ \/police(\/upload(\/template\.csv)?)?$/, for: ['POL_PPD'] },
  { match: /^GET \/police\/notifications\/:id$/, for: ['POL_PPD'], names: { id: 'policeNotification' }, sees: notified },
  { match: /^POST \/police\/questions\/:id/, for: ['POL_PPD'], names: { id: 'policeQuestion' }, sees: notified },
  {
    match: /^GET \/police\/files\/:id/,
    for: ['POL_PPD'],
    names: { id: 'policeFile' },
    sees: (family, _sight, who, facts) =>
      facts.rows('police_file').some((row) => row['id'] === family.ids['policeFile'] && who.agencies.has(row['agency_id'])),
  },
  { match: /^GET \/passed-to-you/, for: ['CO', 'MASH_M', ...familyHelp] },
  {
    match: /^POST \/front-door\/handovers/,
    for: ['CO', 'MASH_M', ...familyHelp],
    names: { id: 'handover' },
    sees: (family, sight, who, facts) => family.ids['handover'] !== undefined && worked(family, sight, who, facts),
  },
  { match: /^GET \/front-door\/files/, for: ['CO', 'MASH_M', ...familyHelp], names: { id: 'file' }, sees: contact },
  { match: /^GET \/families$/, for: [...aroundFamilies, 'MASH_M'] },
  {
    match: /^GET \/families\/:familyId$/,
    for: [...aroundFamilies, 'MASH_M'],
    names: { familyId: 'family' },
    sees: (family, sight) => sight.families.has(family.ids['family']),
  },
  {
    match: /^\w+ \/families\/:familyId/,
    for: aroundFamilies,
    names: { familyId: 'family' },
    sees: (family, sight) => sight.families.has(family.ids['family']),
  },
  { match: /^POST \/early-help\/:id\/allocate/, for: ['EH_CO', 'TM'], names: episode, sees: helped },
  {
    match: /^POST \/early-help\/:id\/(assessment\/(authorise|return)|close\/(approve|send-back))/,
    for: ['EH_CO', 'TM'],
    names: episode,
    sees: helped,
  },
  {
    match:
      /^GET \/early-help\/:id(\/(agreement|assessment.*|lead|team|meetings.*|plan|plan\/print|actions\/.*|reviews|step-up|close|lasting))?$/,
    for: [...aroundFamilies, 'MASH_M'],
    names: episode,
    sees: helped,
  },
  { match: /^\w+ \/early-help/, for: aroundFamilies, names: episode, sees: helped },
  { match: /^GET \/invitations$/, for: [...aroundFamilies, 'MASH_M'] },
  {
    match: /^GET \/invitations\/lead/,
    for: [...aroundFamilies, 'MASH_M'],
    names: { offerId: 'offer' },
    sees: (family, _sight, who, facts) => askedOneself(family.ids['offer'], 'lead_professional', family, who, facts),
  },
  {
    match: /^GET \/invitations\/team/,
    for: [...aroundFamilies, 'MASH_M'],
    names: { memberId: 'invitation' },
    sees: (family, _sight, who, facts) => askedOneself(family.ids['invitation'], 'taf_member', family, who, facts),
  },
  { match: /^POST \/invitations/, for: aroundFamilies, names: { offerId: 'offer', memberId: 'invitation' }, sees: asked },
  { match: /^GET \/referrals(\/strategy)?$/, for: ['SW', 'TM', 'MASH_M'] },
  {
    match: /^GET \/referrals\/:id$/,
    for: ['SW', 'TM', 'MASH_M'],
    names: { id: 'referral' },
    sees: (family, sight, who, facts) => referral(family, who, facts) && known(family, sight),
  },
  {
    match: /^\w+ \/referrals/,
    for: ['TM'],
    names: { id: 'referral', requestId: 'strategy' },
    sees: (family, _sight, who, facts) => referral(family, who, facts),
  },
  { match: /^GET \/chronology/, for: [...aroundFamilies, 'MASH_M'], names: person, sees: known },
  { match: /^POST \/chronology/, for: aroundFamilies, names: person, sees: known },
  // S-010: every practitioner who works with the child; the privacy officer without holding the record; the shield desk for the shielded
  { match: /^\w+ \/children\/:id\/shares\/new/, for: shareRoles, names: person, sees: mayDecideToShare },
  {
    match: /^GET \/children\/:id\/shares/,
    for: [...shareRoles, 'DPO'],
    names: person,
    sees: (family, sight, who) => known(family, sight) || who.is('DPO'),
  },
  {
    match: /^GET \/shares\/:id\/items/,
    for: shareRoles,
    names: { id: 'share', itemId: 'shareItem' },
    sees: (family, sight, who, facts) => known(family, sight) && readsShared(family, sight, who, facts),
  },
  {
    match: /^POST \/shares\/:id/,
    for: shareRoles,
    names: { id: 'share', itemId: 'shareItem' },
    sees: readsShared,
  },
  {
    match: /^GET \/shares\/:id/,
    for: [...shareRoles, 'DPO'],
    names: { id: 'share' },
    sees: (family, sight, who, facts) =>
      (known(family, sight) || who.is('DPO')) && readsRow('share_decision', family.ids['share'], who, sight, facts),
  },
  { match: /^GET \/corrections-to-tell/, for: shareRoles },
  {
    match: /^POST \/corrections-to-tell/,
    for: shareRoles,
    names: { noticeId: 'handNotice' },
    sees: (family, sight, who, facts) => readsRow('share_decision', family.ids['socialShare'], who, sight, facts),
  },
  { match: /^GET \/corrections$/, for: ['any role'] },
  {
    match: /^\w+ \/corrections\/:id/,
    for: ['any role'],
    names: { id: 'notice' },
    sees: (family, _sight, who, facts) =>
      who.works &&
      !who.shut.has(family.ids['child']) &&
      ofFamily('share_notice', family.ids['notice'], facts, (row) => answersFor(row['to_agency_id'], who, facts)),
  },
  { match: /^GET \/children\/:id\/seen/, for: ['DPO', 'QA_AUD', 'TM', 'SW', 'LP', 'EH_CO'], names: person, sees: mayAskWhoHasSeen },
  { match: /^GET \/children\/:id/, for: index, names: person, sees: known },
  { match: /^\w+ \/people\/find/, for: lookUp },
  { match: /^POST \/people\/:id\/look/, for: lookUp, names: person, sees: findable },
  { match: /^\w+ \/people\/:id\/emergency/, for: ['SW', 'TM', 'MASH_M'], names: person, sees: findable },
  { match: /^\w+ \/people\/:id\/(correct|address|relationship|warning)/, for: correct, names: person, sees: known },
  { match: /^POST \/people\/:id\/nhs-number\/leave/, for: ['SHIELD'], names: person, sees: known },
  { match: /^POST \/people\/:id\/nhs-number/, for: [...correct, 'INDEX'], names: person, sees: known },
  { match: /^\w+ \/people\/:id\/restriction/, for: guards, names: person, sees: known },
  { match: /^\w+ \/people\/:id\/(unborn|birth)$/, for: correct, names: person, sees: known },
  // Two records are joined and parted by the index desk, for hidden people by the shield desk
  {
    match: /^\w+ \/people\/:id\/records\/:recordId/,
    for: ['INDEX', 'SHIELD'],
    names: { ...person, recordId: 'sourceRecord' },
    sees: whereTheyLive,
  },
  { match: /^\w+ \/people\/:id\/(join|taking-back)$/, for: ['INDEX', 'SHIELD'], names: person, sees: known },
  { match: /^\w+ \/people\/:id/, for: index, names: person, sees: known },
  // Another's involvement is ended or confirmed by those who keep the record of who is involved
  {
    match: /^\w+ \/involvements\/:id/,
    for: index,
    names: { id: 'roll' },
    sees: (family, sight, who) => known(family, sight) && who.is('CO', 'MASH_M', 'EH_CO', 'LP', 'SW', 'TM', 'SHIELD'),
  },
  { match: /^\w+ \/(still-working|following|passed-on-requests)$/, for: index },
  { match: /^\w+ \/passed-on-requests\/:id/, for: index, names: { id: 'delivery' }, sees: reachedOwnService },
  { match: /^GET \/broker$/, for: ['DPO'] },
  {
    match: /^\w+ \/broker\/:id/,
    for: ['DPO'],
    names: { id: 'waitingRequest' },
    sees: (family, _sight, who) => !who.conflict.has(family.ids['child']),
  },
  { match: /^GET \/practitioners(\/teams\/:id|\/:id)?$/, for: index },
  {
    match: /^GET \/practitioners\/:id\/absence$/,
    for: index,
    sees: (_family, _sight, who, facts) => looksAfter('supporterInTeam', who, facts),
  },
  {
    match: /^GET \/practitioners\/:id\/hand-over$/,
    for: index,
    // The leaver of the world holds hidden children too: those are for the shield desk
    sees: (_family, _sight, who, facts) =>
      who.asker.name !== 'leaver' && (looksAfter('leaver', who, facts) || who.purposes.has('shield-desk')),
  },
  { match: /^POST \/(practitioners|absences)/, for: index },
  { match: /^\w+ \/(conflicts|restrictions)$/, for: guards },
  { match: /^POST \/conflicts\/end/, for: guards },
  {
    match: /^\w+ \/restrictions\/:id/,
    for: guards,
    names: person,
    sees: (family, sight, who, facts) => isRestricted(family, facts) && !who.conflict.has(family.ids['child']),
  },
  { match: /^GET \/emergency-access$/, for: ['DPO'] },
  {
    match: /^\w+ \/emergency-access/,
    for: ['DPO'],
    names: { id: 'emergency' },
    sees: (family, _sight, who) => family.ids['emergency'] !== undefined && !who.conflict.has(family.ids['child']),
  },
  { match: /^GET \/shield$/, for: ['SHIELD'] },
  {
    match: /^\w+ \/shield\/questions/,
    for: ['SHIELD'],
    names: { id: 'question' },
    sees: (family, _sight, who) => family.ids['question'] !== undefined && who.purposes.has('shield-desk'),
  },
  {
    match: /^POST \/shield\/allow/,
    for: ['SHIELD'],
    names: { id: 'leave' },
    sees: (family, _sight, who) => family.ids['leave'] !== undefined && who.purposes.has('shield-desk'),
  },
  { match: /^\w+ \/shield\/sealed/, for: ['SHIELD'] },
  { match: /^GET \/index\/apportion$/, for: ['INDEX', 'SHIELD'] },
  { match: /^\w+ \/shield\/people/, for: ['SHIELD'], names: person, sees: known },
  { match: /^\w+ \/index\/review(\/help|\/next)?$/, for: ['INDEX', 'SHIELD'] },
  {
    match: /^\w+ \/index\/review\/:id/,
    for: ['INDEX', 'SHIELD'],
    names: { id: 'linkQuestion' },
    sees: (family, _sight, who, facts) =>
      ofFamily('link_question', family.ids['linkQuestion'], facts, (row) => mayReadQuestion(row, who, facts)),
  },
  { match: /^GET \/index\/quality(\/figures.csv)?$/, for: ['INDEX', 'PERF', 'QA_AUD', 'DPO', 'DCS'] },
  { match: /^POST \/index\/quality\/runs/, for: ['INDEX'] },
  { match: /^GET \/index\/quality\/lives/, for: ['INDEX', 'SHIELD'] },
  {
    match: /^POST \/index\/quality\/lives/,
    for: ['INDEX', 'SHIELD'],
    names: { id: 'life' },
    sees: (family, _sight, who, facts) =>
      who.purposes.has('index-desk') &&
      ofFamily('implausible_life', family.ids['life'], facts, (row) => mayReadQuestion({ ...row, harm: 'ordinary' }, who, facts)),
  },
  { match: /^GET \/index\/feeds(\/:id\/drift)?$/, for: ['INDEX', 'PERF', 'QA_AUD', 'DPO', 'DCS'] },
  { match: /^\w+ \/index\/(feeds|feed-files|feed-runs)/, for: ['INDEX'] },
  { match: /^POST \/index\/numbers\/:id\/open/, for: ['INDEX'], names: person, sees: findable },
  { match: /^\w+ \/index\/numbers/, for: ['INDEX', 'PERF'] },
  { match: /^GET \/index\/agreements$/, for: ['DPO', 'SYSADMIN'] },
  { match: /^\w+ \/index\/agreements/, for: ['DPO'] },
  { match: /^GET \/outcomes/, for: ['any role'] },
  { match: /^\w+ \/administration\/dictionary/, for: ['SYSADMIN', 'DPO', 'PERF'] },
  { match: /^GET \/administration$/, for: ['SYSADMIN', 'DPO', 'PERF', 'PARTNER_M'] },
  // S-006: the partnership manager brings agencies on board, the privacy officer assesses, the administrator reads; an agency keeps its own people
  { match: /^\w+ \/join/, for: 'public' },
  { match: /^\w+ \/our-agency/, for: ['AG_ADM'] },
  { match: /^GET \/administration\/(partners(\/:id)?|agreements\/:id)$/, for: ['PARTNER_M', 'DPO', 'SYSADMIN'] },
  { match: /^POST \/administration\/agreements\/:id\/privacy/, for: ['DPO'] },
  { match: /^\w+ \/administration\/(partners|agreements|agencies\/:id\/(agreements|administrator))/, for: ['PARTNER_M'] },
  { match: /^\w+ \/administration\/agencies/, for: ['SYSADMIN', 'PARTNER_M'] },
  { match: /^\w+ \/administration/, for: ['SYSADMIN'] },
  { match: /^\w+ \/audit/, for: ['DPO', 'QA_AUD'] },
];

/** S-023, brokered: the message reached the asker's own service. */
function reachedOwnService(family: Family, _sight: Sight, who: Standing, facts: Facts): boolean {
  const reached = facts.rows('broker_delivery').some((row) => row['id'] === family.ids['delivery'] && who.agencies.has(row['agency_id']));
  return who.works && !who.shut.has(family.ids['child']) && reached;
}

/** A colleague is looked after by themselves, by a manager of their team, and by a head of service or safeguarding lead of their agency. */
function looksAfter(name: string, who: Standing, facts: Facts): boolean {
  const id = facts.rows('staff').find((row) => row['display_name'] === `Staff ${name}`)?.['id'];
  const posts = facts.rows('membership').filter((row) => row['staff_id'] === id);
  return (
    who.works &&
    (who.asker.staffId === id ||
      posts.some(
        (post) =>
          (who.is('TM', 'EH_CO', 'MASH_M') && who.teams.has(post['team_id'])) ||
          (who.is('SM_HOS', 'DSL') && who.agencies.has(post['agency_id'])),
      ))
  );
}

/** Those who help the child, and those who screen and decide at the front door, in early help and social care; the shield desk. */
function mayDecideToShare(family: Family, sight: Sight, who: Standing): boolean {
  return (
    known(family, sight) &&
    (who.helped.has(family.ids['child']) || who.is('CO', 'MASH_M', 'EH_CO', 'SW', 'TM') || who.purposes.has('shield-desk'))
  );
}

/** A recipient reads what they were given; whoever reads the decision too adds to it and corrects it. */
function readsShared(family: Family, sight: Sight, who: Standing, facts: Facts): boolean {
  return (
    readsRow('share_decision', family.ids['share'], who, sight, facts) && readsRow('share_item', family.ids['shareItem'], who, sight, facts)
  );
}

/** One row, by the oracle's own rule for its table. */
function readsRow(table: string, id: string | undefined, who: Standing, sight: Sight, facts: Facts): boolean {
  return ofFamily(table, id, facts, (row) => oracle[table]?.(row, who, sight, facts) === true);
}

const ofFamily = (table: string, id: string | undefined, facts: Facts, may: (row: Record<string, unknown>) => boolean): boolean =>
  facts.rows(table).some((row) => row['id'] === id && may(row));

/** Someone of the family is shut to the asker: then even having been asked is not told. */
const someoneShut = (family: Family, who: Standing): boolean => ['child', 'mother', 'sibling'].some((one) => who.shut.has(family.ids[one]));

/** The asking itself is for whoever was asked. */
function askedOneself(id: string | undefined, table: string, family: Family, who: Standing, facts: Facts): boolean {
  const waits = (row: Record<string, unknown>): boolean =>
    table === 'taf_member' ? row['accepted_at'] === null && row['declined_at'] === null : row['state'] === 'offered';
  const mine = facts.rows(table).some((row) => row['id'] === id && row['staff_id'] === who.asker.staffId && waits(row));
  return who.works && !someoneShut(family, who) && mine;
}

/** Whoever was asked to lead or to join, and those who see the help. */
function asked(family: Family, sight: Sight, who: Standing, facts: Facts): boolean {
  return (
    helped(family, sight) ||
    sight.episodes.has(family.ids['episode']) ||
    [...facts.rows('taf_member'), ...facts.rows('lead_professional')].some(
      (row) =>
        row['episode_id'] === family.ids['episode'] && row['staff_id'] === who.asker.staffId && who.works && !someoneShut(family, who),
    )
  );
}

function referral(family: Family, who: Standing, facts: Facts): boolean {
  return facts
    .rows('referral')
    .some(
      (row) =>
        row['id'] === family.ids['referral'] &&
        !who.shut.has(row['child_id']) &&
        ((who.teams.has(row['team_id']) && who.is('SW', 'TM')) ||
          row['allocated_to'] === who.asker.staffId ||
          row['sent_by'] === who.asker.staffId ||
          who.is('MASH_M') ||
          (who.is('SW', 'TM') && who.helped.has(row['child_id']))),
    );
}

const isRestricted = (family: Family, facts: Facts): boolean =>
  facts.rows('person').some((row) => row['id'] === family.ids['child'] && row['restricted'] === true);

/** 2.3 Audit record: the privacy officer and the auditor of anyone; a subject's own worker or manager of those they help. */
function mayAskWhoHasSeen(family: Family, _sight: Sight, who: Standing): boolean {
  const child = family.ids['child'];
  if (who.is('DPO', 'QA_AUD')) return !who.conflict.has(child);
  return who.helped.has(child) && !who.shut.has(child);
}

/** The line for an address, or undefined where none was written. GET of `/outcomes/pathway/:outcome/wording` and the like are changes. */
export function lineFor(method: string, path: string): RouteLine | undefined {
  if (/^\/outcomes\/pathway\/:outcome\/(wording|retire|bring-back|owner)/.test(path)) return { match: /./, for: ['COMM', 'DCS'] };
  return routeOracle.find((line) => line.match.test(`${method} ${path}`));
}
