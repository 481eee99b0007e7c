import type { Room } from '../../platform/register/room.ts';
import { routes } from './routes.ts';

/** The outcomes room. The desk shows the counts and holds the place in the navigation. */
export const outcomesRoom: Room = { name: 'outcomes', routes };
