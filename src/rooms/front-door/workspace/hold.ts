/** How long a contact stays with whoever took it (S-002), pure. */

/** Minutes without a touch after which a hold runs out, unless the setting hold-minutes says otherwise. */
export const holdMinutes = 60;

/** When a hold runs out, counted from its last touch. */
export const runsOutAt = (heldSince: Date, minutes: number): Date => new Date(heldSince.getTime() + minutes * 60_000);
