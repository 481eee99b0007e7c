import type { HouseFile } from '../house.ts';
import { isDoorway, roomOf } from '../place.ts';
import { roomNamed } from '../../rooms.ts';
import type { Rule, Violation } from '../rule.ts';
import type { Import } from '../source.ts';

const roomRoot = 'src/rooms/';

function mayReach(from: string, to: string): boolean {
  return from === to || to === 'platform' || (roomNamed(from)?.mayCall.includes(to) ?? false);
}

function eachImport(files: readonly HouseFile[], look: (file: HouseFile, it: Import, target: string) => string | null): Violation[] {
  return files.flatMap((file) =>
    (file.source?.imports ?? []).flatMap((it) => {
      const what = it.target === null ? null : look(file, it, it.target);
      return what === null ? [] : [{ path: file.path, line: it.line, what }];
    }),
  );
}

const arrowsFollowTheTable: Rule = {
  name: 'A room calls only the rooms the table allows',
  reason: 'calls go downhill, so a change in a room can only be felt by the rooms above it; uphill news goes through the outbox as a fact.',
  check: (house) =>
    eachImport(house.files, (file, _, target) => {
      const to = roomOf(target);
      if (file.room === null || to === null || mayReach(file.room, to)) return null;
      const allowed = file.room === 'platform' ? 'no room at all' : ['platform', ...(roomNamed(file.room)?.mayCall ?? [])].join(', ');
      return `${file.room} may not call ${to} (it may call ${allowed})`;
    }),
};

const throughTheFrontDoor: Rule = {
  name: 'Another room is entered only through its index.ts',
  reason:
    "what a room keeps behind its front door can be changed without asking anyone. Samples and tests alone may also use a lower room's sample.ts, which no program that serves people ever loads.",
  check: (house) =>
    eachImport(house.files, (file, _, target) => {
      const to = roomOf(target);
      if (to === null || to === 'platform' || to === file.room || !file.path.startsWith('src/')) return null;
      if ((file.kind === 'sample' || file.kind === 'test') && target === `${roomRoot}${to}/sample.ts`) return null;
      return target === `${roomRoot}${to}/index.ts` ? null : `reaches past the front door of ${to}: ${target}`;
    }),
};

const nobodyCallsTheDoorways: Rule = {
  name: 'Rooms and platform do not import app.ts, web.ts or worker.ts',
  reason: 'those files put the house together; a room that needs them has lost track of what it depends on. Tests may, to start the whole.',
  check: (house) =>
    eachImport(house.files, (file, _, target) =>
      file.room !== null && file.kind !== 'test' && isDoorway(target) ? `imports ${target}` : null,
    ),
};

const everyRoomIsOnTheList: Rule = {
  name: 'Every folder in src/rooms is on the list of rooms',
  reason:
    "a newcomer who opens src/rooms should see the whole of children's services and nothing else; add a room to rooms.ts with its purpose and arrows first.",
  check: (house) => {
    const found = new Set(house.files.flatMap((file) => (file.path.startsWith(roomRoot) ? [file.path.split('/')[2] ?? ''] : [])));
    return [...found]
      .filter((name) => roomNamed(name) === undefined)
      .map((name) => ({ path: `${roomRoot}${name}`, what: 'is not on the list of rooms' }));
  },
};

export const arrowRules: readonly Rule[] = [arrowsFollowTheTable, throughTheFrontDoor, nobodyCallsTheDoorways, everyRoomIsOnTheList];
