import { expect, test } from 'vitest';
import { rooms } from './rooms.ts';

test('a room calls only rooms that come before it, so there is no circle', () => {
  const seen = new Set<string>();
  for (const room of rooms) {
    expect(
      room.mayCall.filter((name) => !seen.has(name)),
      room.name,
    ).toEqual([]);
    seen.add(room.name);
  }
});

test('nobody calls the desk', () => {
  expect(rooms.filter((room) => room.mayCall.includes('desk'))).toEqual([]);
});

test('insight and returns call no room that holds a named child', () => {
  for (const name of ['insight', 'returns']) expect(rooms.find((room) => room.name === name)?.mayCall).toEqual(['outcomes']);
});
