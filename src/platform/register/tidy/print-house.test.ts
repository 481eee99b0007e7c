import { expect, test } from 'vitest';
import { houseOf } from './house.ts';
import { describeHouse } from './print-house.ts';

const house = houseOf({
  'src/rooms/people/index.ts': `export { findPerson } from './person.store.ts'`,
  'src/rooms/people/person.store.ts': '/** One person. */\nexport async function findPerson(ctx: Ctx) {}',
  'src/rooms/front-door/contact.ts': `import { findPerson } from '../people/index.ts'\nexport const found = findPerson`,
});

test('a newcomer reads the rooms, what they offer and who calls whom', () => {
  const said = describeHouse(house);
  expect(said).toContain('people - Who children, parents and carers are');
  expect(said).toContain('      findPerson');
  expect(said).toContain('front-door -> people (1)');
  expect(said).toContain('voice - What children and families say about the help they get\n    (not built yet)');
});

test('broken rules are printed with their reason', () => {
  expect(describeHouse(house)).toContain('src/rooms/people  has no README.md');
});
