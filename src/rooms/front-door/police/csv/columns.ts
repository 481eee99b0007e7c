/** The columns of a police file: one row a notification, people in numbered columns. Pure. */
import { londonInstant } from '../../../../platform/time/london.ts';

const own = ['policeRef', 'incidentAt', 'reportedAt', 'incidentType', 'line1', 'town', 'postcode', 'uprn', 'circumstances'] as const;
const more = ['childrenVoice', 'officerView', 'dashRisk', 'marac', 'maracOn', 'actionTaken', 'priorIncidents12m', 'bragGrade'] as const;
const sharing = ['shareRestrictions', 'shareNote'] as const;
const ofPerson = ['Role', 'GivenName', 'FamilyName', 'Description', 'DateOfBirth', 'Age', 'Sex', 'School', 'Phone', 'Injuries'] as const;
const ofSafety = ['NeverBy', 'OnlyBy', 'OnlyFrom', 'OnlyTo', 'SafeNote'] as const;

/** How many people one row may name. More come through the interface. */
export const peopleInRow = 12;
export const mustHave = ['policeRef', 'incidentAt', 'incidentType'] as const;

/** Every column there may be, in the order of the template. */
export const knownColumns: readonly string[] = [
  ...own,
  ...more,
  ...sharing,
  ...Array.from({ length: peopleInRow }, (_, at) => [...ofPerson, ...ofSafety].map((name) => `person${at + 1}${name}`)).flat(),
];

type CellOf = (column: string) => string;

const or = (typed: string): string | null => typed.trim() || null;
const listed = (typed: string): string[] =>
  typed
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter(Boolean);
const answer = (typed: string): unknown => {
  const said = typed.trim().toLowerCase();
  if (said === '') return false;
  return ['yes', 'y', 'true', '1'].includes(said) ? true : ['no', 'n', 'false', '0'].includes(said) ? false : said;
};

/** A day as 2018-03-02 or 02/03/2018; anything else is left for the shape to refuse. */
export function dayIn(typed: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim());
  return british ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}` : or(typed);
}

/** A moment with its offset, or as 24/11/2026 21:40 or 2026-11-24 21:40, which is London's time. */
export function momentIn(typed: string): string | null {
  const text = typed.trim();
  const parts = /^(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[T ](\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text);
  const day = parts ? dayIn(parts[1] ?? '') : null;
  if (!parts || !day) return or(text);
  try {
    return londonInstant(day, Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)).toISOString();
  } catch {
    return text;
  }
}

/** A row in the form the interface takes, to be checked by the same shape. */
export function toldIn(cell: CellOf): unknown {
  const persons = Array.from({ length: peopleInRow }, (_, at) => personIn((name) => cell(`person${at + 1}${name}`))).filter(
    (one) => one !== null,
  );
  const count = or(cell('priorIncidents12m'));
  return {
    policeRef: cell('policeRef'),
    incidentAt: momentIn(cell('incidentAt')) ?? '',
    reportedAt: momentIn(cell('reportedAt')),
    incidentType: cell('incidentType').trim().toUpperCase().replaceAll(' ', '_'),
    location: { line1: or(cell('line1')), town: or(cell('town')), postcode: or(cell('postcode')), uprn: or(cell('uprn')) },
    circumstances: cell('circumstances'),
    persons,
    childrenVoice: cell('childrenVoice'),
    officerView: cell('officerView'),
    dashRisk: or(cell('dashRisk').toLowerCase()),
    marac: answer(cell('marac')),
    maracOn: dayIn(cell('maracOn')),
    actionTaken: cell('actionTaken'),
    priorIncidents12m: count === null ? null : /^\d+$/.test(count) ? Number(count) : count,
    bragGrade: or(cell('bragGrade').toUpperCase()),
    shareRestrictions: listed(cell('shareRestrictions').toUpperCase()),
    shareNote: cell('shareNote'),
  };
}

function personIn(cell: CellOf): unknown {
  if ([...ofPerson, ...ofSafety].every((name) => cell(name).trim() === '')) return null;
  return {
    role: cell('Role').trim().toLowerCase(),
    givenName: cell('GivenName'),
    familyName: cell('FamilyName'),
    description: cell('Description'),
    dateOfBirth: dayIn(cell('DateOfBirth')),
    ageInWords: cell('Age'),
    sex: or(cell('Sex').toUpperCase()),
    school: cell('School'),
    phone: cell('Phone'),
    injuries: cell('Injuries'),
    safeContact: {
      never: listed(cell('NeverBy').toLowerCase()),
      onlyBy: or(cell('OnlyBy').toLowerCase()),
      onlyFrom: or(cell('OnlyFrom')),
      onlyTo: or(cell('OnlyTo')),
      note: cell('SafeNote'),
    },
  };
}
