import { type Chance, drawFrom, sums } from './chance.ts';
import { communities, type Community, mixed, mixedShare } from './community.ts';
import { District } from './home.ts';
import { drawNhsNumber, drawUpn } from './identifiers.ts';
import { drawFamily, drawGiven, nameChild, type Parents } from './naming.ts';
import { readTable } from './name-table.ts';
import type { Child, Family, Home, Name, Sex } from './person.ts';

/** The day the population is looked at, 1 September 2026, in days since 1970. */
export const today = 20697;
const year = 365.25;
const petNames = readTable('pet-names');
const southAsian = new Set(['bangladeshi', 'pakistani', 'gujarati', 'sikh', 'tamil']);

/** What makes one population: how many multiple births in a thousand maternities, and how many children live in one borough. */
export interface Plan {
  twinsPerThousand: number;
  boroughs: number;
}

/** Families one after the other, for ever; the same chance gives the same families. */
export class Families {
  readonly #chance: Chance;
  readonly #plan: Plan;
  readonly #districts: readonly District[];
  readonly #running = sums(communities.map((it) => it.share / it.children));
  readonly #recentHomes = new Map<string, Home[]>();
  #mother = 0;
  #person = 0;
  #twins = 0;

  constructor(plan: Plan, chance: Chance) {
    this.#chance = chance;
    this.#plan = plan;
    this.#districts = Array.from({ length: plan.boroughs }, (_, at) => new District(at, 1500, chance));
  }

  /** The next family, with at least one child under 18. */
  next(): Family {
    const chance = this.#chance;
    const names = this.#community();
    const other = chance.happens(mixedShare) ? this.#community() : names;
    const parents = this.#parents(names, other);
    const family: Family = {
      mother: (this.#mother += 1),
      community: other === names ? names.code : mixed,
      names,
      homes: this.#homes(names.code),
      otherHome: null,
      phones: [phone(chance), phone(chance), phone(chance)],
      email: '',
      children: [],
    };
    this.#bear(family, parents);
    if (chance.happens(0.25)) family.otherHome = chance.pick(this.#districts).home(0, chance);
    family.email = this.#email(parents);
    return family;
  }

  #community(): Community {
    return communities[drawFrom(this.#running, this.#chance)] as Community;
  }

  #parents(names: Community, other: Community): Parents {
    const chance = this.#chance;
    const fatherGiven = drawGiven(other, 'M', chance);
    const fatherFamily = other.style === 'iberian' ? [drawFamily(other, chance), drawFamily(other, chance)] : [drawFamily(other, chance)];
    const own = names.girlEndings && chance.happens(0.6) ? names.girlEndings.draw(chance) : drawFamily(names, chance);
    const married = chance.happens(names.married);
    const way = chance.next();
    const bears = married || names.style === 'chain' ? 'father' : way < 0.55 ? 'father' : way < 0.78 ? 'mother' : 'both';
    return { names, motherFamily: married ? fatherFamily : [own], fatherGiven, fatherFamily, bears };
  }

  #homes(code: string): Home[] {
    const chance = this.#chance;
    const recent = this.#recentHomes.get(code) ?? [];
    this.#recentHomes.set(code, recent);
    const district = chance.pick(this.#districts);
    const homes: Home[] = [];
    for (let before = today; before > today - 8 * year;) {
      const since = before - chance.wait(7 * year) - 60;
      // Relations who live together: another family of the same community at the same door.
      const shared = homes.length === 0 && recent.length > 20 && chance.happens(0.03) ? chance.pick(recent) : null;
      const place = homes.length > 0 && chance.happens(0.06) ? chance.pick(this.#districts) : district;
      homes.push(shared ? { ...shared, since } : place.home(since, chance));
      before = since;
    }
    if (recent.length < 200) recent.push(homes[0] as Home);
    else recent[chance.below(200)] = homes[0] as Home;
    return homes;
  }

  #bear(family: Family, first: Parents): void {
    const chance = this.#chance;
    const taken = new Set<string>();
    let parents = first;
    let born = today - 1 - chance.below(Math.floor(18 * year));
    const wanted = 1 + Math.floor(chance.wait(Math.max(0.3, family.names.children - 0.75)));
    for (let births = 0; births < Math.min(8, wanted) && born > today - 18 * year; births += 1) {
      const many = chance.happens(this.#plan.twinsPerThousand / 1000) ? (chance.happens(0.015) ? 3 : 2) : 1;
      this.#birth(family, parents, { born: Math.floor(born), many, taken });
      born -= 330 + chance.wait(2.2 * year);
      if (chance.happens(0.09)) parents = { ...this.#parents(family.names, family.names), motherFamily: parents.motherFamily };
    }
  }

  #birth(family: Family, parents: Parents, birth: { born: number; many: number; taken: Set<string> }): void {
    const chance = this.#chance;
    const twins = birth.many > 1 ? (this.#twins += 1) : 0;
    let twin: Name | null = null;
    let sex: Sex = chance.happens(0.512) ? 'M' : 'F';
    for (let at = 0; at < birth.many; at += 1) {
      if (at > 0 && chance.happens(0.36)) sex = sex === 'M' ? 'F' : 'M';
      let name = nameChild(parents, sex, birth.taken, twin, chance);
      // Twins and full siblings of one household bear their family name in one way, save where the community gives each their own.
      if (twin && parents.names.style !== 'honorific' && parents.names.style !== 'sikh' && parents.names.code !== 'polish')
        name = { ...name, family: twin.family, join: twin.join };
      family.children.push(this.#child(family, parents, { sex, born: birth.born, name, twins }));
      twin ??= name;
    }
  }

  #child(family: Family, parents: Parents, it: { sex: Sex; born: number; name: Name; twins: number }): Child {
    const chance = this.#chance;
    const english = family.names.english && chance.happens(0.5) ? family.names.english[it.sex].draw(chance) : '';
    const pets = (petNames.get(southAsian.has(family.names.code) ? 'south-asian' : 'other') ?? []).map((name) => name[0] ?? '');
    const changed = chance.happens(0.045) ? [drawFamily(family.names, chance)] : null;
    return {
      person: (this.#person += 1),
      ...it,
      known: english || (chance.happens(0.03) ? chance.pick(pets) : ''),
      motherFamily: parents.motherFamily,
      fatherFamily: parents.fatherFamily,
      before: changed ? { family: changed, until: today - chance.below(3000) } : null,
      nhsNumber: drawNhsNumber(chance),
      upn: drawUpn(chance),
    };
  }

  #email(parents: Parents): string {
    const chance = this.#chance;
    const name = `${drawGiven(parents.names, 'F', chance)}.${parents.motherFamily.join('')}`.normalize('NFD').replace(/[^a-zA-Z.]/g, '');
    return `${name}${chance.below(1000)}@${chance.pick(['post', 'mail', 'inbox'])}.example`.toLowerCase();
  }
}

function phone(chance: Chance): string {
  return `07${4 + chance.below(6)}${String(chance.below(100_000_000)).padStart(8, '0')}`;
}
