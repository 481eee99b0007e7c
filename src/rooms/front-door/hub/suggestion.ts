/** What a contact suggests of its rating. A suggestion rates nothing: a person rates, with a reason of their own (domain 3.4, S-007). */
import type { Rag } from './enquiry.ts';

/** What the rules read of a contact. */
export interface Signs {
  immediateDanger: boolean;
  levelBelieved: number | null;
  categories: readonly string[];
  earlierContacts: number;
}

/** One rule: what it looks for and why. All conditions given must hold; a category is one of those listed. */
export interface RagRule {
  key: string;
  rag: Rag;
  because: string;
  immediateDanger?: true;
  levelFrom?: number;
  categories?: readonly string[];
  earlierFrom?: number;
}

/** Suggestions as data, strongest colour first. Levels after the London continuum: 4 red, 3 amber, 2 green; the rest is local practice, to be
 *  confirmed with a practitioner. */
export const ragRules: readonly RagRule[] = [
  { key: 'danger-now', rag: 'RED', because: 'the referrer believes the child is in immediate danger', immediateDanger: true },
  { key: 'level-4', rag: 'RED', because: 'the referrer believes it is level 4', levelFrom: 4 },
  {
    key: 'grave-harm',
    rag: 'RED',
    because: 'sexual abuse, female genital mutilation or trafficking is named',
    categories: ['Sexual abuse', 'Female genital mutilation', 'Trafficking'],
  },
  { key: 'level-3', rag: 'AMBER', because: 'the referrer believes it is level 3', levelFrom: 3 },
  {
    key: 'harm-named',
    rag: 'AMBER',
    because: 'physical abuse, domestic abuse or exploitation is named',
    categories: [
      'Physical abuse',
      'Domestic abuse: child',
      'Domestic abuse: parent',
      'Child sexual exploitation',
      'Child criminal exploitation',
      'County lines',
    ],
  },
  { key: 'again-and-again', rag: 'AMBER', because: 'there were three or more contacts in the last 12 months', earlierFrom: 3 },
  { key: 'level-2', rag: 'GREEN', because: 'the referrer believes it is level 2 or lower', levelFrom: 1 },
];

const holds = (rule: RagRule, signs: Signs): boolean =>
  (!rule.immediateDanger || signs.immediateDanger) &&
  (rule.levelFrom === undefined || (signs.levelBelieved ?? 0) >= rule.levelFrom) &&
  (rule.categories === undefined || signs.categories.some((one) => rule.categories?.includes(one))) &&
  (rule.earlierFrom === undefined || signs.earlierContacts >= rule.earlierFrom);

/** The strongest colour any rule suggests, with every rule of that colour that holds; null where the contact suggests none. */
export function suggestedRag(signs: Signs, rules: readonly RagRule[] = ragRules): { rag: Rag; rules: readonly RagRule[] } | null {
  const found = rules.filter((rule) => holds(rule, signs));
  const rag = (['RED', 'AMBER', 'GREEN'] as const).find((colour) => found.some((rule) => rule.rag === colour));
  return rag ? { rag, rules: found.filter((rule) => rule.rag === rag) } : null;
}

/** The suggestion as a sentence: "The rules suggest red, because … and …. A person decides." */
export function suggestionWords(suggested: ReturnType<typeof suggestedRag>): string {
  if (!suggested) return 'No rule suggests a colour for this contact.';
  return `The rules suggest ${suggested.rag.toLowerCase()}, because ${suggested.rules.map((rule) => rule.because).join(', and ')}. You decide; nothing is rated until you do.`;
}
