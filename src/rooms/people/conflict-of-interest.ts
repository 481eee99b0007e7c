/** Why a member of staff must not see someone's record (domain 2.6). */
export const conflictNatures = ['relative', 'friend', 'neighbour', 'colleague', 'self'] as const;
