/** What a goal is for: a child's health, safety or learning, or an outcome of the family. */
export type GoalFor = 'healthy' | 'safe' | 'learning' | 'O-F-2' | 'O-F-3' | 'O-F-4' | 'O-F-5' | 'O-F-6';

/** A goal in the family's words, how it will be known, and who does what; actions begin with who: family, lead, school, health or worker. */
export type SampleGoal = {
  words: string;
  know: string;
  for: GoalFor;
  actions: readonly (readonly [who: 'family' | 'lead' | 'school' | 'health' | 'worker', what: string])[];
};

/**
 * A worry as it runs through a family's story: what a referrer writes, what the assessment finds, what the plan says.
 * `{n}` is the child's name. All invented; drawn from the kinds of worry front doors meet, not from any family.
 */
export type SampleWorry = {
  key: string;
  /** Youngest and oldest age in years it fits. */
  ages: readonly [number, number];
  /** How often, beside the others. */
  weight: number;
  /** Census sources it is heard from; the first text of `happened` is the first source's, the second any other's, where they differ. */
  from: readonly string[];
  level: 1 | 2 | 3 | 4;
  categories: readonly string[];
  factors: readonly string[];
  needs: readonly string[];
  primaryNeed: string;
  happened: readonly string[];
  impact: string;
  said: readonly string[];
  well: string;
  tried: string;
  helpWanted: string;
  worried: string;
  goingWell: string;
  ownWords: readonly string[];
  /** Domains that matter most: strength and need. */
  domains: Readonly<Record<string, readonly [string, string]>>;
  goals: readonly SampleGoal[];
};

export const worries: readonly SampleWorry[] = [
  {
    key: 'attendance',
    ages: [5, 16],
    weight: 16,
    from: ['2A', '2B', '5A'],
    level: 2,
    categories: ['School absence'],
    factors: ['20'],
    needs: ['1.1', '5.1'],
    primaryNeed: 'N5',
    happened: [
      '{n} has been absent or late on 27 of the last 60 days. When {n} does come the uniform is often unwashed and there is no packed lunch.',
      'Attendance fell from 94% to 71% since the summer. {n} arrives after ten most days and sleeps in lessons.',
    ],
    impact: '{n} is falling behind in reading and is starting to be left out by friends.',
    said: ['Mum is too tired to get up. I watch telly till she wakes up.', 'I like school when I get there. It is the getting there.'],
    well: 'Mum answers the phone and wants things to be better. {n} has one good friend and loves art.',
    tried: 'Three meetings with the family, breakfast club offered, attendance letters.',
    helpWanted: 'Someone to work with the whole family on mornings.',
    worried: 'Mornings do not work, so {n} misses a lot of school and is losing friends and confidence.',
    goingWell: 'Mum and {n} both want this to change. The school has kept a place in breakfast club.',
    ownWords: [
      'I want to get there before the bell so I am not the one everyone looks at.',
      'Art is the best. Maths is the worst. Walking in late is worse than maths.',
    ],
    domains: {
      participation: ['Enjoys art and has a friend', 'Attendance under 90% over two terms'],
      guidance: ['Warm and never harsh', 'No bedtime or morning routine'],
      'emotional-warmth': ['Close and affectionate', 'Mum is worn out and low in the mornings'],
    },
    goals: [
      {
        words: '{n} is at school before the bell, every day',
        know: 'Attendance over 94% for a half term, no more than one late mark a week',
        for: 'learning',
        actions: [
          ['family', 'Lights out at nine on school nights and clothes ready the evening before'],
          ['school', 'Keep a breakfast club place and greet {n} at the door'],
          ['lead', 'Visit twice before eight to work through the morning with Mum'],
        ],
      },
      {
        words: 'Mum feels she can manage the mornings',
        know: 'Mum says so, 7 or more out of 10',
        for: 'O-F-2',
        actions: [
          ['lead', 'Book a place on the parenting course that starts after half term'],
          ['family', 'Ask Auntie to do one school run a week'],
        ],
      },
    ],
  },
  {
    key: 'neglect',
    ages: [3, 12],
    weight: 12,
    from: ['2A', '3A', '3B', '3E', '1A', '1B', '9', '5A', '5D', '8'],
    level: 3,
    categories: ['Neglect'],
    factors: ['16A', '4B'],
    needs: ['6.1', '3.2', '10.2'],
    primaryNeed: 'N1',
    happened: [
      '{n} has come in hungry four times in two weeks and twice in wet clothes from the night before. The home was seen on Tuesday: no food in the fridge, bedding on the floor, the heating off.',
      'Two appointments about {n}’s weight were missed. Teeth are decayed and nobody has booked the dentist.',
    ],
    impact: '{n} is often tired and unwell, and other children keep away.',
    said: ['There was only bread. I saved some for later.', 'My bed is wet so I go in with my sister.'],
    well: 'The children are close to one another and Mum is gentle with them.',
    tried: 'Food bank vouchers, lifts to appointments, a school uniform.',
    helpWanted: 'A plan everyone holds to, and help for Mum’s low mood.',
    worried: 'There is not always food, warmth or clean clothes, and appointments are missed. It is worse when Mum is low.',
    goingWell: 'Mum has begun to see her GP. The children love each other and say so.',
    ownWords: ['I would like my own bed and the dinner thing every day.', 'Mum is nice. She is just sad a lot.'],
    domains: {
      'basic-care': ['Knows what the children need', 'Food, warmth and washing are not reliable'],
      'general-health': ['Immunisations complete', 'Dentist and weight checks missed'],
      'housing-money': ['Tenancy is secure', 'Debt on the meter takes the heating money'],
      'family-history': ['Grandmother visits', 'Mum’s low mood comes and goes'],
    },
    goals: [
      {
        words: 'There is always food in the house and a warm room to sleep in',
        know: 'Seen at three unplanned visits in a row',
        for: 'safe',
        actions: [
          ['lead', 'Meter debt: apply for the household support fund'],
          ['family', 'Weekly shop on payday with a list we made together'],
          ['worker', 'Help put the beds together'],
        ],
      },
      {
        words: '{n} is well: dentist, weight and sleep',
        know: 'All appointments kept for three months; weight back on the line',
        for: 'healthy',
        actions: [
          ['health', 'Weigh every four weeks and tell the team'],
          ['family', 'Take {n} to the dentist'],
        ],
      },
      {
        words: 'Mum gets help before she is at the bottom',
        know: 'Mum’s own scale, 6 or more',
        for: 'O-F-3',
        actions: [
          ['family', 'Keep the two talking-therapy appointments'],
          ['lead', 'Ask the GP for a medication review'],
        ],
      },
    ],
  },
  {
    key: 'domestic-abuse',
    ages: [3, 17],
    weight: 18,
    from: ['6'],
    level: 3,
    categories: ['Domestic abuse: parent', 'Domestic abuse: child'],
    factors: ['3A', '3B'],
    needs: ['8.1', '8.3', '5.2'],
    primaryNeed: 'N1',
    happened: [
      'Police were called at 23:40 to shouting and a broken door. {n} was on the stairs and had heard all of it. Mum had a cut lip and did not want to make a statement. Her partner had left.',
      'Third call in five months. {n} rang 999 and said “he is hurting her again”. Standard risk on arrival, raised to medium after the history was read.',
    ],
    impact: '{n} was shaking and would not let go of Mum’s hand. The school says {n} startles at noise.',
    said: ['I put my hands on my ears but it still comes in.', 'I stay awake so I know.'],
    well: 'Mum protects the children and has a sister near by.',
    tried: 'Safety advice, details of the domestic abuse service.',
    helpWanted: 'Safety planning and someone for {n} to talk to.',
    worried: 'The children live with fear at night. It has happened at least three times and {n} rang 999.',
    goingWell: 'Mum has changed the locks and told her sister everything. {n} told a teacher.',
    ownWords: ['I want it to be quiet.', 'I want Mum to laugh like at Auntie’s.'],
    domains: {
      'emotional-social': ['Told a trusted adult', 'Wakes at night, startles, worries about Mum'],
      'basic-care': ['Mum puts the children first', 'Home has not been safe at night'],
      relationships: ['Close to Mum and Auntie', 'Afraid of Mum’s former partner'],
      'wider-family': ['Auntie will have them any night', 'Family abroad is pressing for a reconciliation'],
    },
    goals: [
      {
        words: 'Home is safe and the children know what to do',
        know: 'Safety plan practised; no incident for three months',
        for: 'safe',
        actions: [
          ['lead', 'Safety plan with Mum, and a child’s version with {n}'],
          ['worker', 'Door and window locks fitted by the sanctuary scheme'],
          ['family', 'Text Auntie the code word if worried'],
        ],
      },
      {
        words: '{n} sleeps, and has someone to talk to',
        know: '{n}’s own scale, 7 or more; fewer than two bad nights a week',
        for: 'healthy',
        actions: [
          ['school', 'Twenty minutes with the learning mentor every Tuesday'],
          ['worker', 'Start the children’s group at Safe Ground'],
        ],
      },
    ],
  },
  {
    key: 'parent-mental-health',
    ages: [6, 15],
    weight: 11,
    from: ['3A', '2A', '3B', '1A', '5D'],
    level: 2,
    categories: ['Mental health: parent'],
    factors: ['4B'],
    needs: ['3.2', '5.1', '5.4'],
    primaryNeed: 'N3',
    happened: [
      'Mum told the practice nurse that she “cannot feel anything” and that {n} gets the others up. She has stopped leaving the flat.',
      'Dad has been unwell since the redundancy. {n} said at school that Dad cries in the bathroom.',
    ],
    impact: '{n} is doing jobs a grown-up should do and worries all day.',
    said: ['I check on her when I wake up.', 'I can make pasta and rice and eggs.'],
    well: 'The family is honest about it and the flat is in order.',
    tried: 'GP, crisis line number, a friend who takes the little one out.',
    helpWanted: 'Support for Mum and for {n} as a young carer.',
    worried: 'When Mum is unwell {n} carries the house. Nobody steps in until it is very bad.',
    goingWell: 'Mum takes her medicine and knows her warning signs. {n} is proud of cooking.',
    ownWords: ['I do not mind helping. I mind when nobody asks.', 'I want to do football on Thursdays.'],
    domains: {
      'family-history': ['Knows the warning signs', 'Depression returns each autumn'],
      'self-care': ['Very capable for the age', 'Does a grown-up’s share at home'],
      relationships: ['Close to brothers and sisters', 'Misses friends and clubs'],
    },
    goals: [
      {
        words: '{n} can be a child after school',
        know: 'Football on Thursdays for six weeks; chores list agreed',
        for: 'healthy',
        actions: [
          ['worker', 'Young carers group, first visit together'],
          ['family', 'Cousin cooks on Thursdays'],
          ['lead', 'Write the “bad day” plan with Mum and stick it on the fridge'],
        ],
      },
      {
        words: 'Mum gets help early',
        know: 'A named person rung at the first sign',
        for: 'O-F-3',
        actions: [
          ['family', 'Ring the team when the first two signs show'],
          ['health', 'Health visitor calls every fortnight'],
        ],
      },
    ],
  },
  {
    key: 'housing-money',
    ages: [5, 17],
    weight: 10,
    from: ['8', '2A', '3A', '3B', '1A', '1B', '9', '5D'],
    level: 2,
    categories: ['Housing', 'Financial support'],
    factors: ['20'],
    needs: ['9.2', '10.1', '10.2'],
    primaryNeed: 'N7',
    happened: [
      'The family of five is in one room since the eviction. {n} does homework on the stairs and the baby’s cot blocks the door.',
      'Notice to leave runs out in six weeks. There are rent arrears since Dad’s hours were cut and the family has had no heating since October.',
    ],
    impact: '{n} has had three chest infections and is behind with homework.',
    said: ['I can hear everybody breathing.', 'I do my homework on the stairs because there is a light.'],
    well: 'Parents work together and the children are well behaved and loved.',
    tried: 'Housing options appointment, food bank.',
    helpWanted: 'Advice on debt and a push with housing.',
    worried: 'The home is too small and may be lost, and there is not enough money for heat and food.',
    goingWell: 'Both parents are looking for work and no one gives up.',
    ownWords: ['A table. That is what I want. A table.', 'I want to have a friend come round.'],
    domains: {
      'housing-money': ['Parents budget carefully', 'Overcrowded, arrears, notice served'],
      'general-health': ['Registered and immunised', 'Repeated chest infections'],
      participation: ['Attendance 97%', 'Nowhere to do homework'],
    },
    goals: [
      {
        words: 'We have a safe place to live and know what we owe',
        know: 'Tenancy or offer in writing; a debt plan that is kept',
        for: 'O-F-5',
        actions: [
          ['lead', 'Joint visit with the housing officer'],
          ['family', 'Bring the letters to the money adviser'],
          ['worker', 'Apply for the discretionary housing payment'],
        ],
      },
      {
        words: '{n} has somewhere quiet to learn',
        know: 'Homework handed in four weeks running',
        for: 'learning',
        actions: [
          ['school', 'Homework club with a snack, three days a week'],
          ['family', 'Library on Saturdays'],
        ],
      },
    ],
  },
  {
    key: 'behaviour',
    ages: [3, 14],
    weight: 12,
    from: ['2A', '1A', '5D', '8'],
    level: 2,
    categories: ['Peer abuse', 'Other'],
    factors: ['14A'],
    needs: ['5.1', '5.3', '1.3'],
    primaryNeed: 'N5',
    happened: [
      '{n} has hit other children five times this month and was sent home twice. Mum says {n} throws things and she locks herself in the bathroom.',
      '{n} is on a part-time timetable after kicking a teaching assistant. Parents disagree about rules and {n} plays one against the other.',
    ],
    impact: '{n} has no friends left in class and says “I am the bad one”.',
    said: ['I go red and then I do not remember.', 'Nobody wants to be my partner.'],
    well: '{n} is kind to animals and to little ones. Parents come to every meeting.',
    tried: 'Behaviour chart, a quiet corner, a lunchtime club.',
    helpWanted: 'Help with rules at home and a look at what sets it off.',
    worried: '{n} is losing school and friends, and home is frightening when the anger comes.',
    goingWell: '{n} can tell when it is coming, and Dad is calm.',
    ownWords: ['I want a stop button.', 'I like it when Dad counts with me.'],
    domains: {
      behaviour: ['Sorry afterwards and can say so', 'Hits and throws when plans change'],
      guidance: ['Parents agree they need one set of rules', 'Different rules in each room'],
      'emotional-social': ['Kind to younger children', 'Says “I am the bad one”'],
    },
    goals: [
      {
        words: 'When the red comes, {n} has a way to stop',
        know: 'Fewer than one incident a week at school and at home',
        for: 'healthy',
        actions: [
          ['school', 'Exit card and a named adult at break'],
          ['family', 'Same five rules on both fridges'],
          ['lead', 'Six sessions of the behaviour programme with both parents'],
        ],
      },
      {
        words: '{n} is in school all day',
        know: 'Full timetable by half term',
        for: 'learning',
        actions: [
          ['school', 'Add one lesson a week to the timetable'],
          ['lead', 'Ask the educational psychologist to observe'],
        ],
      },
    ],
  },
  {
    key: 'speech',
    ages: [1, 4],
    weight: 8,
    from: ['3B', '3A', '5D'],
    level: 2,
    categories: ['Other'],
    factors: ['6A'],
    needs: ['2.3', '2.2'],
    primaryNeed: 'N2',
    happened: [
      'At the two-year check {n} used four words and did not point. There are three languages at home and the television is always on. Mum feels alone.',
      '{n} does not answer to the name at nursery and plays beside others, not with them.',
    ],
    impact: '{n} gets cross because nobody understands.',
    said: ['(Observed) pulls an adult by the hand to the cupboard and cries.', '(Observed) laughs at songs and fills in the last word.'],
    well: 'Mum is warm and sings with {n}. Grandmother helps.',
    tried: 'Stay and play leaflet, hearing test asked for.',
    helpWanted: 'Speech and language support, and company for Mum.',
    worried: '{n} cannot yet say what is wanted, and is not ready for nursery.',
    goingWell: '{n} loves songs and Mum loves singing them.',
    ownWords: [
      '(Observed by the health visitor) claps, says “more”, looks at Mum to check.',
      '(Observed) lines up the cars and smiles when someone joins in.',
    ],
    domains: {
      'speech-language': ['Loves songs and looks to Mum', 'Four words at two years'],
      'general-health': ['Growing well', 'Hearing not yet tested'],
      community: ['Library next door', 'Mum knows nobody in the area'],
    },
    goals: [
      {
        words: '{n} can tell us what {n} wants',
        know: 'Fifty words or signs; the check repeated at 2½',
        for: 'learning',
        actions: [
          ['health', 'Hearing test and speech therapy referral'],
          ['family', 'Songs and one book every day, television off at meals'],
          ['lead', 'Go together to stay and play, three times'],
        ],
      },
      {
        words: 'Mum has people',
        know: 'Mum has two phone numbers she uses',
        for: 'O-F-6',
        actions: [
          ['worker', 'Introduce Mum at the Tuesday group'],
          ['family', 'Swap numbers with one other parent'],
        ],
      },
    ],
  },
  {
    key: 'exploitation',
    ages: [12, 17],
    weight: 6,
    from: ['6', '2A', '8'],
    level: 4,
    categories: ['Child criminal exploitation', 'Missing'],
    factors: ['24A', '10A'],
    needs: ['6.4', '6.2', '7.2'],
    primaryNeed: 'N1',
    happened: [
      '{n} was found two boroughs away at 03:00 with a second phone and £260. This is the third time missing since September. New trainers, will not say from where.',
      'A friend told staff that {n} is “holding things” for older boys and is scared to stop.',
    ],
    impact: '{n} has been threatened and has a cut on the arm that was not explained.',
    said: ['I owe people. You do not get it.', 'If I say anything it is my little brother.'],
    well: '{n} came back by choice last time and rang Mum first.',
    tried: 'Return home interview, school change of route, police safety advice.',
    helpWanted: 'A safety plan today and someone {n} will trust.',
    worried: '{n} goes missing, is in debt to people who are older, and is frightened.',
    goingWell: '{n} still comes home to Mum and has kept one appointment with the mentor.',
    ownWords: ['I want out but there is not a door.', 'Yusuf is alright. He waits.'],
    domains: {
      'emotional-social': ['Has begun to trust a mentor', 'Frightened, carries a debt'],
      participation: ['Wants to do the mechanics course', 'Attendance 58%'],
      relationships: ['Loves the little brother', 'Older peers control phone and money'],
    },
    goals: [
      {
        words: '{n} comes home every night and can say no',
        know: 'No missing episode for two months',
        for: 'safe',
        actions: [
          ['worker', 'Mentor meets {n} twice a week, {n} chooses where'],
          ['family', 'Mum texts at nine; {n} answers with the code'],
          ['school', 'Later start and a lift on the mechanics days'],
        ],
      },
    ],
  },
  {
    key: 'self-harm',
    ages: [11, 17],
    weight: 7,
    from: ['2A', '3E', '3A', '1A'],
    level: 3,
    categories: ['Self-harm', 'Mental health: child'],
    factors: ['15A', '4A'],
    needs: ['3.1'],
    primaryNeed: 'N4',
    happened: [
      '{n} showed a friend fresh cuts on both arms. {n} has not eaten lunch for two weeks and has stopped going to choir.',
      'Accident and emergency: {n} took eight paracetamol after messages in a group chat. Medically fit, seen by the mental health liaison nurse.',
    ],
    impact: '{n} says it is the only thing that makes the noise stop.',
    said: ['It is like turning the sound down.', 'Do not make it a big thing.'],
    well: '{n} told someone. Parents are shocked, kind and want to help.',
    tried: 'School counsellor, waiting list for the mental health service.',
    helpWanted: 'Support while {n} waits, and help for the parents.',
    worried: '{n} is hurting, and the wait for help is long.',
    goingWell: '{n} told a friend and lets Mum look after the tablets.',
    ownWords: ['I want to feel like I used to in choir.', 'Ask me how I am but not every five minutes.'],
    domains: {
      'emotional-social': ['Told a friend', 'Cuts when the day has gone wrong'],
      'emotional-warmth': ['Parents are kind and listen', 'Parents do not know what to say'],
      aspirations: ['Wants to sing', 'Says there is no point'],
    },
    goals: [
      {
        words: '{n} has other ways through a bad evening',
        know: '{n}’s own scale; fewer nights each month',
        for: 'healthy',
        actions: [
          ['family', 'Tablets and blades locked away'],
          ['school', 'Ten minutes with the counsellor before registration'],
          ['lead', 'Safety plan written by {n}, read by both parents'],
        ],
      },
      {
        words: 'Mum and Dad know what to say',
        know: 'They say so',
        for: 'O-F-2',
        actions: [
          ['worker', 'Two evenings for parents with the charity'],
          ['family', 'One walk a week, no questions'],
        ],
      },
    ],
  },
  {
    key: 'physical-harm',
    ages: [3, 15],
    weight: 8,
    from: ['2A', '5A'],
    level: 4,
    categories: ['Physical abuse'],
    factors: ['18C'],
    needs: ['6.1', '5.1'],
    primaryNeed: 'N1',
    happened: [
      '{n} has a bruise across the cheek in the shape of fingers and said “Dad did it because I was rude”. The school has not rung home.',
      'While changing for PE two linear marks were seen on {n}’s back. {n} said it was “the belt, but only for lying”.',
    ],
    impact: '{n} flinches and asked three times not to be sent home.',
    said: ['Please do not tell him I said.', 'I was rude so it is my fault.'],
    well: '{n} spoke up. Grandfather is near and {n} feels safe there.',
    tried: 'Nothing before: this is new.',
    helpWanted: 'A social worker today, before home time.',
    worried: '{n} has been hit hard enough to leave marks, more than once.',
    goingWell: '{n} told an adult. Dad has agreed to stay with his brother.',
    ownWords: ['I want Dad to be the fun one.', 'At Grandad’s nobody shouts.'],
    domains: {
      'basic-care': ['Well fed and clothed', 'Hit with a hand and a belt'],
      guidance: ['Clear about right and wrong', 'Punishes by hitting'],
      relationships: ['Feels safe with Grandfather', 'Afraid of Dad'],
    },
    goals: [
      {
        words: 'Nobody gets hit in this family',
        know: '{n} says so, alone, three times',
        for: 'safe',
        actions: [
          ['family', 'Dad goes to all of the parenting sessions'],
          ['lead', 'See {n} alone every week'],
          ['school', 'Check in with {n} each morning'],
        ],
      },
    ],
  },
  {
    key: 'young-carer',
    ages: [8, 17],
    weight: 5,
    from: ['2A', '3A', '8', '5D'],
    level: 2,
    categories: ['Young carer'],
    factors: ['7A', '6B'],
    needs: ['5.4', '3.3'],
    primaryNeed: 'N3',
    happened: [
      '{n} looks after Mum, who has multiple sclerosis: washing, medicines, the little ones. {n} left school at lunch twice to check on her.',
      'Dad’s sight is going and {n} does the letters, the bank and the shopping. {n} has given up football.',
    ],
    impact: '{n} is proud and exhausted. Homework is done at midnight.',
    said: ['If I do not do it nobody does.', 'I am good at it. I am just tired.'],
    well: 'The family is loving and open.',
    tried: 'Phone allowed in school, homework extension.',
    helpWanted: 'Young carers support and an adult social care assessment for the parent.',
    worried: '{n} is doing an adult’s work and missing childhood and sleep.',
    goingWell: '{n} is trusted and loved, and the school understands.',
    ownWords: ['I want one evening where I am not listening for her.', 'Write down that I am not sad. I am busy.'],
    domains: {
      'self-care': ['Capable and proud', 'Carries an adult’s load'],
      progress: ['Works hard', 'Two terms behind in maths'],
      'family-history': ['Open about the illness', 'Parent’s condition is getting worse'],
    },
    goals: [
      {
        words: '{n} has evenings off',
        know: 'Two evenings a week, six weeks running',
        for: 'healthy',
        actions: [
          ['lead', 'Adult social care assessment for Mum'],
          ['worker', 'Young carers group, with transport'],
          ['family', 'Uncle does the Sunday shop'],
        ],
      },
    ],
  },
  {
    key: 'separation',
    ages: [3, 15],
    weight: 9,
    from: ['2A', '1A'],
    level: 2,
    categories: ['Contact dispute'],
    factors: ['17A'],
    needs: ['5.2'],
    primaryNeed: 'N5',
    happened: [
      'Parents argued at the gate and {n} hid in the toilets. Each has asked the school not to speak to the other.',
      '{n} says there is shouting at every handover. Dad rang to say he will not bring {n} back on Sunday; he did.',
    ],
    impact: '{n} has tummy aches on Fridays.',
    said: ['I want a door in the middle.', 'I do not tell them things now.'],
    well: 'Both parents love {n} and {n} loves both.',
    tried: 'Two separate parents’ evenings.',
    helpWanted: 'Advice for the parents about handovers.',
    worried: '{n} is caught in the middle and has stopped telling anyone things.',
    goingWell: 'Both parents came, one after the other.',
    ownWords: ['I want them to say hello.', 'Fridays hurt.'],
    domains: {
      relationships: ['Loves both parents', 'Caught between them'],
      'emotional-warmth': ['Warm in both homes', 'Hears each speak badly of the other'],
    },
    goals: [
      {
        words: 'Handovers are calm',
        know: '{n} has no tummy ache four Fridays running',
        for: 'O-F-4',
        actions: [
          ['family', 'Handover at school, not at the door'],
          ['worker', 'Both parents do the separated parents course'],
          ['lead', 'A handover book that travels with {n}'],
        ],
      },
    ],
  },
  {
    key: 'baby-care',
    ages: [0, 4],
    weight: 10,
    from: ['3B', '3A', '3E', '1A', '1B', '5D', '8', '9', '2A'],
    level: 3,
    categories: ['Neglect', 'Mental health: parent'],
    factors: ['16A', '4B'],
    needs: ['2.1', '2.2', '3.2'],
    primaryNeed: 'N1',
    happened: [
      '{n} has lost weight since the last two visits and three appointments were missed. Mum looked very tired, the flat was cold and there was no milk in the house.',
      '{n} was brought in with a chest infection that had gone on for two weeks. Mum said nobody helps and that she “cannot do this”.',
    ],
    impact: '{n} is not growing as expected and is often cold and unsettled.',
    said: ['(Observed) quiet, watches faces, settles when held.', '(Observed) cries when put down; stops when Mum sings.'],
    well: 'Mum is gentle, asks for help and lets people in.',
    tried: 'Weekly weighing, milk vouchers, a place at the baby group.',
    helpWanted: 'Someone to come often, and help for Mum’s low mood.',
    worried: '{n} is not gaining weight and Mum is alone with it, tired and low.',
    goingWell: 'Mum is warm with {n} and came to the last appointment.',
    ownWords: ['(Observed) turns to Mum’s voice, smiles late but smiles.', '(Observed) sleeps well after a full feed.'],
    domains: {
      'general-health': ['Immunised', 'Weight falling, appointments missed'],
      'basic-care': ['Clean and held often', 'Home cold, milk runs out'],
      'emotional-warmth': ['Gentle and responsive', 'Mum is worn out'],
      'wider-family': ['A sister in the next street', 'Nobody stays overnight'],
    },
    goals: [
      {
        words: '{n} grows and is warm',
        know: 'Weight back on the line at two weighings running',
        for: 'healthy',
        actions: [
          ['health', 'Weigh every week at home'],
          ['lead', 'Heating: apply for the household support fund'],
          ['family', 'A feeding chart on the fridge'],
        ],
      },
      {
        words: 'Mum is not alone with it',
        know: 'Mum says so, 6 or more out of 10',
        for: 'O-F-3',
        actions: [
          ['family', 'Auntie stays on Tuesdays and Fridays'],
          ['worker', 'Go to the baby group together, three times'],
        ],
      },
    ],
  },
  {
    key: 'domestic-abuse-baby',
    ages: [0, 2],
    weight: 14,
    from: ['6'],
    level: 3,
    categories: ['Domestic abuse: parent', 'Domestic abuse: child'],
    factors: ['3A', '3B'],
    needs: ['8.1', '8.3'],
    primaryNeed: 'N1',
    happened: [
      'Police were called at 02:15 by a neighbour. {n} was in the cot in the room where it happened. Mum had bruising to the arm and said it was nothing. Her partner had left.',
      'Second call in three months. Officers found Mum locked in the bathroom holding {n}. Medium risk; Mum has a sister near by.',
    ],
    impact: '{n} was screaming when officers came and could not be settled for some time.',
    said: ['(Observed) clung to Mum and would not be put down.', '(Observed) startled at every noise.'],
    well: 'Mum put {n} first and rang her sister.',
    tried: 'Safety advice, details of the domestic abuse service.',
    helpWanted: 'Safety planning with Mum before the weekend.',
    worried: '{n} is in the room when it happens and cannot leave it.',
    goingWell: 'Mum has told her sister and her health visitor.',
    ownWords: ['(Observed) calm and bright at Auntie’s.', '(Observed) reaches for Mum, looks away from loud voices.'],
    domains: {
      'emotional-social': ['Settles with Mum', 'Startles, hard to soothe after shouting'],
      'basic-care': ['Mum puts the baby first', 'Home is not safe at night'],
      'wider-family': ['Auntie will have them any night', 'His family rings every day'],
    },
    goals: [
      {
        words: 'Home is safe for {n} and for Mum',
        know: 'Safety plan practised; no incident for three months',
        for: 'safe',
        actions: [
          ['lead', 'Safety plan with Mum'],
          ['worker', 'Locks fitted by the sanctuary scheme'],
          ['family', 'Text Auntie the code word if worried'],
        ],
      },
    ],
  },
];
