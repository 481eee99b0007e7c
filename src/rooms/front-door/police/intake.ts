/** How much the intake takes at a time, and by which jobs. */

/** The job that makes contacts of the notifications that wait. One is asked for every two seconds in which something came. */
export const takeKind = 'front-door.take-police-notifications';
/** The job for one notification that could not be taken with the others: it is tried again by itself, and is seen when it fails for good. */
export const takeOneKind = 'front-door.take-police-notification';
/** Milliseconds whose notifications one job takes. */
export const slotMs = 2_000;
/** Notifications taken in one transaction. */
export const takenAtOnce = 20;
/** Rows taken from one file. */
export const mostRows = 2_000;
