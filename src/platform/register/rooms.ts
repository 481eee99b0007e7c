/**
 * The list of rooms: what each is for and which rooms it may call.
 * Order is the order of the house: a room calls only rooms that come before it. `docs/decisions/0001-house-and-tidy.md` says why.
 */
export type ListedRoom = {
  readonly name: string;
  /** What the room does for families and those who work with them, in one line. */
  readonly purpose: string;
  /** Rooms whose `index.ts` this room may import. The platform may always be called and is not repeated here. */
  readonly mayCall: readonly string[];
};

const everyRoomButDesk = [
  'people',
  'outcomes',
  'support',
  'casework',
  'front-door',
  'commissioning',
  'programme',
  'voice',
  'insight',
  'returns',
];

export const rooms: readonly ListedRoom[] = [
  { name: 'people', purpose: 'Who children, parents and carers are, how they relate, who is involved with them', mayCall: [] },
  { name: 'outcomes', purpose: 'The vision, the outcomes pathway and the priorities every goal cites', mayCall: [] },
  { name: 'support', purpose: 'What help exists: services, providers, menu, capacity, orders, budgets', mayCall: ['people', 'outcomes'] },
  {
    name: 'casework',
    purpose: 'Help for a family over time: referral, assessment, team, plan, meeting, review',
    mayCall: ['people', 'outcomes', 'support'],
  },
  {
    name: 'front-door',
    purpose: 'Where a worry arrives, a child is recognised and a decision is made against the clock',
    mayCall: ['people', 'outcomes', 'support', 'casework'],
  },
  {
    name: 'commissioning',
    purpose: 'Strategies, agreements, measures and service plans that pay for outcomes',
    mayCall: ['outcomes', 'support'],
  },
  {
    name: 'programme',
    purpose: 'Change over years: programmes, actions, savings, risks, boards, consultation',
    mayCall: ['commissioning'],
  },
  { name: 'voice', purpose: 'What children and families say about the help they get', mayCall: ['people', 'support'] },
  { name: 'insight', purpose: 'Needs and patterns across the borough, from published views only', mayCall: ['outcomes'] },
  { name: 'returns', purpose: 'Census returns and exports, from published views only', mayCall: ['outcomes'] },
  { name: 'desk', purpose: "What one person needs today, and one child's page drawn from every room", mayCall: everyRoomButDesk },
];

/** The room of that name, or undefined where the list has none. */
export function roomNamed(name: string): ListedRoom | undefined {
  return rooms.find((room) => room.name === name);
}
