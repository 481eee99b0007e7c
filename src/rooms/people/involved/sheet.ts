import type { Involved } from './involvement.ts';

/** One line of the sheet: who, what they are to the child, how to reach them, how fresh that is. */
export interface SheetLine {
  who: string;
  what: string;
  reach: string;
  /** Where the number comes from and when it was confirmed; null for what needs no confirming. */
  fresh: string | null;
}

export interface SheetGroup {
  title: string;
  lines: SheetLine[];
  /** What to read when there is nobody. */
  none: string;
}

/** A carer as the sheet shows them: how it is safe to reach them, and what must never be used. */
export interface SheetCarer {
  name: string;
  relation: string;
  parentalResponsibility: boolean | null;
  points: readonly { value: string; isSafe: boolean; note: string | null }[];
}

/** A school's designated safeguarding lead. */
export interface SafeguardingLead {
  agencyId: string;
  name: string;
  reach: string;
}

const lineOf = (one: Involved): SheetLine => ({
  who: one.practitioner,
  what: [one.role, one.teamName, one.agencyName].filter((word, at, all) => word && all.indexOf(word) === at).join(', '),
  reach: one.reach,
  fresh: one.freshness.words,
});

const responsibility = (has: boolean | null): string =>
  has === null ? 'parental responsibility not known' : has ? 'has parental responsibility' : 'no parental responsibility';

function carerLine(one: SheetCarer): SheetLine {
  const words = one.points.map((point) =>
    point.isSafe
      ? [point.value, point.note].filter(Boolean).join(', ')
      : `A recorded number or address is not safe and is left off${point.note ? `: ${point.note}` : ''}`,
  );
  return {
    who: one.name,
    what: `${one.relation}, ${responsibility(one.parentalResponsibility)}`,
    reach: words.join('. ') || 'No number known',
    fresh: null,
  };
}

/**
 * Who to ring, in order: who leads, the school's safeguarding lead, health visitor and GP, other practitioners, then the carers, those with
 * parental responsibility first. Only people involved today; no address at all, so that none can stand on paper. Pure.
 */
export function sheetOf(involved: readonly Involved[], leads: readonly SafeguardingLead[], carers: readonly SheetCarer[]): SheetGroup[] {
  const now = involved.filter((one) => one.endedOn === null);
  const lead = now.filter((one) => one.isLead);
  const schools = now.filter((one) => ['SCHOOL', 'EARLY_YEARS'].includes(one.agencyType) && !one.isLead);
  const health = now.filter((one) => ['COMMUNITY_HEALTH', 'GP'].includes(one.agencyType) && !one.isLead);
  const others = now.filter((one) => ![...lead, ...schools, ...health].includes(one));
  const safeguarding = schools.flatMap((school) => {
    const own = leads.filter((one) => one.agencyId === school.agencyId);
    const named = own.map((one) => ({ who: one.name, what: `safeguarding lead, ${school.agencyName}`, reach: one.reach, fresh: null }));
    return [...named, lineOf(school)];
  });
  const byResponsibility = carers.toSorted((a, b) => Number(b.parentalResponsibility === true) - Number(a.parentalResponsibility === true));
  return [
    { title: 'Lead professional', lines: lead.map(lineOf), none: 'Nobody leads. Ring the front door.' },
    { title: 'School or early years setting', lines: safeguarding, none: 'None known.' },
    { title: 'Health visitor and GP', lines: health.map(lineOf), none: 'None known.' },
    { title: 'Parents and carers', lines: byResponsibility.map(carerLine), none: 'None known, or not open to you.' },
    { title: 'Others who work with the child', lines: others.map(lineOf), none: 'None known.' },
  ];
}
