/** What other rooms may use of the front door. */
export { frontDoorRoom } from './room.ts';
export { frontDoorTasks } from './tasks.store.ts';
