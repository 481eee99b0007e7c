/** Changing a routing rule: proposed by one front door manager, agreed by another, in force from a day to come. */
import { refused, type FieldError } from '../../../platform/access/refusal.ts';
import { concernCategories, sourceWords } from '../codes.ts';
import { channels } from './lanes.codes.ts';

/** Everything a proposal says of a rule. `retires` ends the rule instead. */
export interface ProposedRule {
  key: string;
  name: string;
  because: string;
  position: number;
  channels: string[];
  sources: string[];
  categories: string[];
  words: string[];
  postcodes: string[];
  ageFrom: number | null;
  ageTo: number | null;
  openWork: 'yes' | 'no' | null;
  danger: 'yes' | 'no' | null;
  timeOfDay: 'hub hours' | 'out of hours' | null;
  lane: string;
  discipline: string | null;
  priority: number;
  suggestedRag: string | null;
  validFrom: string;
  retires: boolean;
}

/** The rule that takes whatever no other takes; without it a contact could be nowhere. */
export const lastRule = 'everything-else';

/** What is wrong with a proposal. A change holds from tomorrow at the earliest, so that nobody is routed by a rule nobody could read. */
export function proposalErrors(rule: ProposedRule, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (rule.validFrom <= today) errors.push({ field: 'validFrom', message: 'The first day must be tomorrow or later' });
  if (rule.ageFrom !== null && rule.ageTo !== null && rule.ageFrom > rule.ageTo)
    errors.push({ field: 'ageTo', message: 'The oldest age must not be below the youngest' });
  const asks =
    rule.channels.length + rule.sources.length + rule.categories.length + rule.words.length + rule.postcodes.length > 0 ||
    [rule.ageFrom, rule.ageTo, rule.openWork, rule.danger, rule.timeOfDay].some((one) => one !== null);
  if (rule.key === lastRule && (asks || rule.retires))
    errors.push({ field: 'name', message: 'The last rule takes whatever no other takes: it asks for nothing and cannot end' });
  if (rule.key !== lastRule && !rule.retires && !asks)
    errors.push({ field: 'name', message: 'Give at least one condition: a rule that asks for nothing would take every contact' });
  if (rule.key !== lastRule && rule.position >= 999) errors.push({ field: 'position', message: 'Enter a place from 1 to 998' });
  if (rule.channels.some((one) => !channels.includes(one))) errors.push({ field: 'channels', message: 'Select from the list' });
  if (rule.sources.some((one) => !(one in sourceWords))) errors.push({ field: 'sources', message: 'Select from the list' });
  if (rule.categories.some((one) => !(concernCategories as readonly string[]).includes(one)))
    errors.push({ field: 'categories', message: 'Select from the list' });
  return errors;
}

/** Only another person may agree, and only while nobody has answered and the first day is still to come. */
export function mayAgree(
  rule: { proposed_by: string | null; agreed_at: Date | null; refused_at: Date | null; valid_from: string },
  staffId: string,
  today: string,
): void {
  if (rule.agreed_at || rule.refused_at) throw refused('This proposal has been answered already.');
  if (rule.proposed_by === staffId) throw refused('Someone else must agree: you proposed it.');
  if (rule.valid_from <= today) throw refused('Its first day has come without anyone agreeing. Refuse it and propose it again.');
}

/** Lines or commas to a list without repeats. */
export const listOf = (text: string | null): string[] => [
  ...new Set(
    (text ?? '')
      .split(/[\n,]/)
      .map((one) => one.trim())
      .filter((one) => one.length > 0),
  ),
];
