/** Invented for this project: no street, school or practice here is known to exist in Harrow. */

/** First words of street names; with an ending from `streetEndings` they make 1,200 streets. */
export const streetStems =
  ('Amberley Ashlark Barleycombe Beechmarsh Birchfold Bramblecote Briarholt Cobblewick Coldbrook Copperleaf Cranmarsh Daleswick Dovemead Dunholt '
  + 'Elderwick Fallowmere Fenlark Fernhollow Flaxcombe Foxtarn Gorsemoor Greyheron Harewick Hartmere Hazelholt Heronsyke Hollybourne Honeycroft Ivywell '
  + 'Juniperhill Kestrelholm Kingcup Larkhaven Lavenderwick Linnetfold Maplecombe Marlwick Meadowsweet Merlinholt Millstream Mossgarth Nettlecombe '
  + 'Nightjar Oakmarsh Osierbed Otterburn Peartree Plovermead Quillholt Quincebury Redstart Rowanholt Rushmere Saffronfold Sedgewater Skylarkhurst '
  + 'Snipemoor Sorrelwick Starlingcote Swiftcombe Tamarisk Tanglewick Teasel Thistledown Thornmere Tollbrook Wagtail Warblerholm Weaverscroft Whinfold '
  + 'Whitebeam Willowgarth Wimblecote Woodruff Wrenfold Yarrowhill Yellowhammer').split(' ');

export const streetEndings = ['Road', 'Avenue', 'Gardens', 'Drive', 'Close', 'Way', 'Crescent', 'Lane', 'Grove', 'Walk', 'Mews', 'Rise', 'Green', 'Court', 'Place', 'Hill'] as const;

/** Invented schools: name and kind. Ages and places follow from the kind in `institutions.ts`. */
export const schoolNames = {
  nursery: ['Acorn Steps Nursery', 'Butterfly Barn Nursery', 'Little Plovers Nursery', 'Pebble Pond Nursery', 'Puddleducks Day Nursery', 'Starling Nest Nursery', 'Thimble Lane Nursery', 'Wrenfold Nursery School'],
  primary: ['Amberlark Primary School', 'Barley Combe Primary School', 'Brambleside Primary School', 'Cobble Wick Infant and Junior School', 'Copperleaf Primary School', 'Dovemead Primary School', 'Elderwick Primary School', 'Fenlark Primary School', 'Fernhollow Primary School', 'Foxtarn Primary School', 'Greyheron Primary School', 'Hartmere Primary School', 'Hollybourne Primary School', 'Ivywell Primary School', 'Kestrel Holm Primary School', 'Kingcup Primary School', 'Larkspur Primary School', 'Linnet Fold Primary School', 'Marlwick Primary School', 'Nightjar Lane Primary School', 'Osier Bed Primary School', 'Quillholt Primary School', 'Redstart Primary School', 'Saffronfold Primary School', 'Skylark Hurst Primary School', 'Sorrelwick Primary School', 'St Ebba’s Catholic Primary School', 'St Osyth’s Church of England Primary School', 'Swiftcombe Primary School', 'Teasel Green Primary School', 'Thornmere Primary School', 'Whinfold Primary School', 'Willowgarth Primary School', 'Yarrowhill Primary School'],
  secondary: ['Ashlark High School', 'Birchfold High School', 'Coldbrook Girls’ School', 'Dunholt Academy', 'Fallowmere High School', 'Gorsemoor School', 'Merlinholt High School', 'Millstream Academy', 'Sedgewater High School', 'St Edburga’s Catholic High School', 'Tollbrook Boys’ School', 'Whitebeam High School'],
  special: ['Harewick Special School', 'Juniper Hill School', 'Mossgarth School', 'Woodruff School'],
  alternative: ['The Otterburn Centre (pupil referral unit)', 'The Yellowhammer Centre'],
} as const;

/** Invented general practices, placed one to a ward and then round again. */
export const practiceNames =
  ('Amberlark Barleycombe Coldbrook Copperleaf Dovemead Elderwick Fenlark Fernhollow Greyheron Hartmere Heronsyke Honeycroft Ivywell Kestrelholm '
  + 'Larkhaven Linnetfold Maplecombe Marlwick Millstream Quillholt Rowanholt Rushmere Sorrelwick Thornmere Whinfold Wimblecote').split(' ').map((name) => `${name} Surgery`);

/** Health visiting teams, each for a cluster of wards. */
export const healthVisitingTeamNames = ['Kestrel', 'Linnet', 'Plover', 'Redstart', 'Swift'].map((name) => `${name} health visiting team`);
