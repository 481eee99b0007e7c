const findings: Readonly<Record<string, readonly [string, string | null]>> = {
  'general-health': ['Registered with a practice and immunised', null],
  'physical-development': ['Growing and moving as expected', null],
  'speech-language': ['Understands and is understood, at home and in English', null],
  'emotional-social': ['Has someone to turn to', 'Worries more than before'],
  behaviour: ['Follows rules that are clear', null],
  identity: ['Proud of family and faith', null],
  relationships: ['Close to brothers, sisters and cousins', null],
  'self-care': ['Does what others of the same age do', null],
  understanding: ['Curious and quick to ask', null],
  participation: ['Likes school or nursery', null],
  progress: ['Making expected progress', 'Has slipped a little this term'],
  aspirations: ['Knows what they would like to be', null],
  'basic-care': ['Fed, clothed and safe', null],
  'emotional-warmth': ['Affection is easy in this family', null],
  guidance: ['Rules are mostly agreed', 'Hard to hold to when tired'],
  'family-history': ['Speaks openly of hard times', null],
  'wider-family': ['Family near by who can help', null],
  'housing-money': ['Home is secure and warm', 'Money is tight before payday'],
  community: ['Library, mosque, temple or church near by', null],
};

/** What an assessment finds in a domain where nothing stands out: a strength, and a need or none. */
export const plainDomain = (code: string): readonly [string, string | null] => findings[code] ?? ['Nothing of concern', null];
