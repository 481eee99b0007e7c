import { streetEndings, streetStems } from './tables/invented-places.ts';
import { wards } from './tables/wards.ts';
import { weights, type Random } from './random.ts';

/** A place to live: an invented street and number in a real ward and postcode. */
export type Dwelling = { line1: string; town: string; postcode: string; ward: string };

type Postcode = { postcode: string; ward: string; street: string };

function unfold(list: string): string[] {
  return list.split('; ').flatMap((part) => {
    const [outward, ...inwards] = part.split(' ');
    return inwards.map((inward) => `${outward} ${inward}`);
  });
}

const postcodesByWard: readonly Postcode[][] = wards.map((ward, wardAt) =>
  unfold(ward.postcodes).map((postcode, at) => {
    const street = wardAt * 20 + (at >> 1);
    return {
      postcode,
      ward: ward.name,
      street: `${streetStems[street % streetStems.length]} ${streetEndings[(street * 7 + wardAt) % streetEndings.length]}`,
    };
  }),
);

const towns: Record<string, string> = {
  HA4: 'Ruislip',
  HA5: 'Pinner',
  HA6: 'Northwood',
  HA7: 'Stanmore',
  HA8: 'Edgware',
  WD2: 'Bushey',
  WD23: 'Bushey',
  UB5: 'Northolt',
};

/** Children to a ward, by guess: the wards with the newest flats have the most young families. */
const wardShares = weights(
  wards.map(
    (ward, at) => [at, ['Centenary', 'Greenhill', 'Marlborough', 'Roxbourne', 'Wealdstone South'].includes(ward.name) ? 1.5 : 1] as const,
  ),
);

export function dwelling(random: Random): Dwelling {
  const ward = postcodesByWard[random.weighted(wardShares)] ?? [];
  const { postcode, ward: name, street } = random.pick(ward);
  const house = 1 + random.below(random.chance(0.1) ? 180 : 64);
  const line1 = random.chance(0.2) ? `Flat ${1 + random.below(16)}, ${house} ${street}` : `${house} ${street}`;
  return { line1, town: towns[postcode.split(' ')[0] ?? ''] ?? 'Harrow', postcode, ward: name };
}
