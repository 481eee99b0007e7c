import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { peopleSample, type SampleFamily, type SamplePerson, type SampleStaff, type Scene } from '../../people/sample.ts';
import type { GoalFor, SampleWorry } from './worries.ts';

/** One family's story as it is being told: who it is about, who works with them, and the sheets it is written on. */
export type Story = {
  scene: Scene;
  sheets: RowSheets;
  family: SampleFamily;
  child: SamplePerson;
  worry: SampleWorry;
  lead: SampleStaff;
  coordinator: SampleStaff;
  helper: SampleStaff;
  id: string;
};

/** A moment on a day: never at a weekend unless `anyDay`, never after now. */
export function moment(scene: Scene, day: number, hour = 10, anyDay = false): Date {
  const weekday = (day + 4) % 7;
  const shifted = anyDay ? day : day - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
  const at = shifted * 86_400_000 + Math.floor(hour * 3_600_000) + (day % 11) * 300_000;
  return new Date(Math.min(at, scene.now.getTime() - 60_000));
}

/** A working day as text; days at a weekend become the Friday before. */
export const dayText = (day: number): string => {
  const weekday = (day + 4) % 7;
  return peopleSample.isoDay(day - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0));
};

/** Text with the child's name in it. */
export const told = (text: string, child: SamplePerson): string => text.replaceAll('{n}', child.given ?? 'the baby');

export const fullName = (person: SamplePerson): string => `${person.given ?? 'Unborn baby'} ${person.family}`;

const stages = [
  [2, 'O-2', { healthy: 1, safe: 2, learning: 3 }],
  [5, 'O-5', { healthy: 1, safe: 2, learning: 3 }],
  [11, 'O-11', { healthy: 1, safe: 2, learning: 3 }],
  [99, 'O-18', { healthy: 1, safe: 2, learning: 3 }],
] as const;

/** The outcome of the pathway a goal cites: the family's own, or the child's at the stage the child is in. */
export function outcomeFor(goal: GoalFor, age: number): string {
  if (goal !== 'healthy' && goal !== 'safe' && goal !== 'learning') return goal;
  const stage = stages.find(([before]) => age < before) ?? stages[3];
  return `${stage[1]}-${stage[2][goal]}`;
}
