/** Nobody calls the desk but the application itself. */
export { deskRoom } from './room.ts';
