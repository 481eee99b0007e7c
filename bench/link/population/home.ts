import { sums, drawFrom, type Chance } from './chance.ts';
import { readTable } from './name-table.ts';
import type { Home } from './person.ts';

const table = readTable('streets');
const words = (section: string): readonly string[] => (table.get(section) ?? []).map((spellings) => spellings[0] ?? '');
const [streetNames, buildingNames, buildingKinds] = [words('streets'), words('buildings'), words('building-kinds')];
const kinds = table.get('kinds') ?? [];
const inward = 'ABDEFGHJLNPQRSTUWXYZ';

interface Street {
  name: string;
  kind: readonly string[];
  postcodes: readonly string[];
  buildings: readonly string[];
}

/** One borough's streets: about 1,500, of 20 to 90 homes each, four areas of postcodes. */
export class District {
  readonly town: string;
  readonly #streets: readonly Street[];
  readonly #running: Float64Array;

  /** `number` tells boroughs apart; the same number and chance give the same streets. */
  constructor(number: number, size: number, chance: Chance) {
    const letters = ['E', 'N', 'SE', 'SW', 'W', 'NW', 'IG', 'RM', 'CR', 'BR', 'HA', 'UB', 'EN', 'DA', 'TW', 'KT', 'SM', 'LU', 'SL', 'WD'];
    this.town =
      number < towns.length ? (towns[number] ?? '') : `${chance.pick(streetNames)} ${chance.pick(['Heath', 'Green', 'Town', 'Park'])}`;
    const areas = Array.from(
      { length: 4 },
      (_, at) => `${letters[number % letters.length]}${((Math.trunc(number / letters.length) * 4 + at) % 28) + 1}`,
    );
    const used = new Set<string>();
    const postcode = (area: string): string => {
      for (;;) {
        const made = `${area} ${chance.below(10)}${chance.pick([...inward])}${chance.pick([...inward])}`;
        if (!used.has(made) && used.add(made)) return made;
      }
    };
    this.#streets = Array.from({ length: size }, () => {
      const area = chance.pick(areas);
      const towers = chance.happens(0.25)
        ? Array.from({ length: 1 + chance.below(4) }, () => `${chance.pick(buildingNames)} ${chance.pick(buildingKinds)}`)
        : [];
      return {
        name: chance.pick(streetNames),
        kind: chance.pick(kinds),
        postcodes: Array.from({ length: 1 + chance.below(4) }, () => postcode(area)),
        buildings: towers,
      };
    });
    this.#running = sums(this.#streets.map((street) => street.postcodes.length + street.buildings.length * 2));
  }

  /** A home somewhere in the borough, lived in from the day `since`. */
  home(since: number, chance: Chance): Home {
    const street = this.#streets[drawFrom(this.#running, chance)];
    if (!street) throw new Error('A borough without streets.');
    const tower = street.buildings.length > 0 && chance.happens(0.7);
    const building = tower ? chance.pick(street.buildings) : '';
    const number = tower && chance.happens(0.5) ? '' : String(1 + chance.below(street.postcodes.length * 45));
    const flat = tower ? String(1 + chance.below(60)) : this.#flat(chance);
    const place = tower ? street.buildings.indexOf(building) : Math.trunc(Number(number) / 46);
    const postcode = street.postcodes[place % street.postcodes.length] ?? '';
    return { since, flat, building, number, street: street.name, kind: street.kind, town: this.town, postcode };
  }

  #flat(chance: Chance): string {
    if (!chance.happens(0.25)) return '';
    return chance.happens(0.5) ? String(1 + chance.below(6)) : chance.pick(['A', 'B', 'C', 'D']);
  }
}

const towns = [
  'London',
  'London',
  'London',
  'London',
  'London',
  'London',
  'Ilford',
  'Romford',
  'Croydon',
  'Bromley',
  'Harrow',
  'Uxbridge',
  'Enfield',
  'Dartford',
  'Twickenham',
  'Kingston',
  'Sutton',
  'Luton',
  'Slough',
  'Watford',
];
