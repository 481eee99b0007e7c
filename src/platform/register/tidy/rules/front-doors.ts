import type { House, HouseFile } from '../house.ts';
import { roomNamed, rooms } from '../../rooms.ts';
import type { Rule, Violation } from '../rule.ts';

const mostNames = 12;
const mostReadmeLines = 60;

function frontDoors(house: House): HouseFile[] {
  return house.files.filter((file) => /^src\/rooms\/[^/]+\/index\.ts$/.test(file.path));
}

/** Rooms of the list that have at least one file of code. */
function livedIn(house: House): string[] {
  return rooms.map((room) => room.name).filter((name) => house.files.some((file) => file.room === name && file.source));
}

const everyRoomHas = (name: string, reason: string, what: string): Rule => ({
  name: `Every room has its ${name}`,
  reason,
  check: (house) =>
    livedIn(house)
      .filter((room) => !house.files.some((file) => file.path === `src/rooms/${room}/${name}`))
      .map((room) => ({ path: `src/rooms/${room}`, what })),
});

const fewNames: Rule = {
  name: `A front door offers at most ${mostNames} names`,
  reason: 'a door that offers everything promises everything; twelve names can be read, remembered and kept.',
  check: (house) =>
    frontDoors(house).flatMap((file) => {
      const names = file.source?.exports.map((it) => it.name) ?? [];
      return names.length > mostNames ? [{ path: file.path, what: `offers ${names.length} names: ${names.join(', ')}` }] : [];
    }),
};

const onlyADoor: Rule = {
  name: 'A front door holds only re-exports, each by name',
  reason: 'index.ts is read to learn what a room offers; code hidden there is code nobody looks for, and "export *" says nothing.',
  check: (house) =>
    frontDoors(house).flatMap((file) => {
      const found: Violation[] = [];
      if (!file.source?.onlyReexports) found.push({ path: file.path, what: 'holds code of its own' });
      if (file.source?.exports.some((it) => it.kind === 'everything')) found.push({ path: file.path, what: 'uses "export *"' });
      return found;
    }),
};

const shortReadme: Rule = {
  name: `A room's README.md has at most ${mostReadmeLines} lines`,
  reason: 'it is the note on the door: what the room is for, its words, clocks and tables. Longer notes go unread and then untrue.',
  check: (house) =>
    house.files
      .filter((file) => /^src\/rooms\/[^/]+\/README\.md$/.test(file.path) && file.lines > mostReadmeLines)
      .map((file) => ({ path: file.path, what: `has ${file.lines} lines` })),
};

const shutRoomsStayShut: Rule = {
  name: 'Every name a front door offers to other rooms is a name of that room',
  reason: "a door that passes on another room's names hides an arrow from the table.",
  check: (house) =>
    frontDoors(house).flatMap((file) =>
      (file.source?.imports ?? [])
        .filter((it) => it.target !== null && !it.target.startsWith(`src/rooms/${file.room}/`))
        .map((it) => ({ path: file.path, line: it.line, what: `passes on ${it.names.join(', ')} from ${it.from}` })),
    ),
};

export const frontDoorRules: readonly Rule[] = [
  everyRoomHas(
    'index.ts',
    'rooms are entered only there, so a room without one is either unused or entered through a window.',
    'has no index.ts',
  ),
  everyRoomHas(
    'README.md',
    'the next person should learn in two minutes what the room is for and which words it uses.',
    'has no README.md',
  ),
  fewNames,
  onlyADoor,
  shortReadme,
  shutRoomsStayShut,
];

/** The names each room offers, by room; rooms without an index.ts offer none. */
export function offersOf(house: House, room: string): string[] {
  if (roomNamed(room) === undefined) return [];
  return frontDoors(house)
    .filter((file) => file.room === room)
    .flatMap((file) => file.source?.exports.map((it) => it.name) ?? []);
}
