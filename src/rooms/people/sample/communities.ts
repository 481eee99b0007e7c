import type { VillageEthnicity } from './borough.ts';
import { weights, type Weighted } from './random.ts';
import type { Tradition } from './traditions.ts';

/** Families that share a heritage: how many children of a hundred, how they are recorded, what they speak and how they name. */
export type Community = {
  /** Children of every hundred in the borough. */
  per100: number;
  village: VillageEthnicity;
  /** Census code of the children, and of each parent where the heritage is mixed. */
  ethnicity: string;
  fatherEthnicity?: string;
  motherEthnicity?: string;
  languages: Weighted<string>;
  religions: Weighted<string | null>;
  father: Tradition;
  mother: Tradition;
  /** Larger families are usual. */
  large?: true;
  /** Grandparents often live with the family. */
  threeGenerations?: true;
};

type Share<T> = [T, number][];
const of = <T>(...pairs: Share<T>): Weighted<T> => weights(pairs);
const hindu = of<string | null>(['Hindu', 88], ['Jain', 5], [null, 7]);
const muslim = of<string | null>(['Muslim', 95], [null, 5]);
const christian = of<string | null>(['Christian', 75], ['No religion', 15], [null, 10]);
const secular = of<string | null>(['Christian', 45], ['No religion', 36], ['Jewish', 11], [null, 8]);
const both = (tradition: Tradition): { father: Tradition; mother: Tradition } => ({ father: tradition, mother: tradition });

/** Sums by village group and by first language give the figures of `borough.ts`; the test holds them to it. */
export const communities: readonly Community[] = [
  {
    per100: 14,
    village: 'Indian',
    ethnicity: 'AIND',
    languages: of(['Gujarati', 10], ['English', 4]),
    religions: hindu,
    ...both('gujarati'),
    threeGenerations: true,
  },
  {
    per100: 3,
    village: 'Indian',
    ethnicity: 'AIND',
    languages: of(['Panjabi', 1.5], ['English', 1.5]),
    religions: of(['Sikh', 95], [null, 5]),
    ...both('punjabi'),
    threeGenerations: true,
  },
  {
    per100: 3,
    village: 'Indian',
    ethnicity: 'AIND',
    languages: of(['Gujarati', 1], ['Hindi', 1], ['Telugu', 0.5], ['English', 0.5]),
    religions: hindu,
    ...both('indianOther'),
  },
  {
    per100: 10,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Tamil', 9], ['English', 1]),
    religions: of(['Hindu', 80], ['Christian', 14], [null, 6]),
    ...both('tamil'),
    threeGenerations: true,
  },
  {
    per100: 4,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Dari', 2.5], ['Pashto', 1], ['English', 0.5]),
    religions: muslim,
    ...both('afghan'),
    large: true,
  },
  {
    per100: 1,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Nepali', 1]),
    religions: of(['Hindu', 70], ['Buddhist', 25], [null, 5]),
    ...both('nepali'),
  },
  {
    per100: 1.5,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Tagalog', 1], ['English', 0.5]),
    religions: christian,
    ...both('filipino'),
  },
  {
    per100: 1.5,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Farsi', 1.2], ['English', 0.3]),
    religions: of(['Muslim', 70], ['No religion', 20], [null, 10]),
    ...both('iranian'),
  },
  {
    per100: 2,
    village: 'Asian Other',
    ethnicity: 'AOTH',
    languages: of(['Sinhala', 1], ['English', 1]),
    religions: of(['Buddhist', 60], ['Christian', 35], [null, 5]),
    ...both('sinhala'),
  },
  { per100: 19, village: 'White British', ethnicity: 'WBRI', languages: of(['English', 1]), religions: secular, ...both('english') },
  {
    per100: 5.5,
    village: 'Black African',
    ethnicity: 'BAFR',
    languages: of(['Somali', 5], ['English', 0.5]),
    religions: muslim,
    ...both('somali'),
    large: true,
  },
  {
    per100: 3.5,
    village: 'Black African',
    ethnicity: 'BAFR',
    languages: of(['English', 2], ['Yoruba', 0.8], ['Twi', 0.7]),
    religions: christian,
    ...both('westAfrican'),
  },
  {
    per100: 4,
    village: 'White Other',
    ethnicity: 'WOTH',
    languages: of(['Romanian', 3.8], ['English', 0.2]),
    religions: christian,
    ...both('romanian'),
  },
  {
    per100: 2,
    village: 'White Other',
    ethnicity: 'WOTH',
    languages: of(['Polish', 1.8], ['English', 0.2]),
    religions: christian,
    ...both('polish'),
  },
  {
    per100: 1,
    village: 'White Other',
    ethnicity: 'WOTH',
    languages: of(['Albanian', 0.6], ['Portuguese', 0.4]),
    religions: of(['Muslim', 40], ['Christian', 40], [null, 20]),
    ...both('albanian'),
  },
  {
    per100: 5,
    village: 'Pakistani',
    ethnicity: 'APKN',
    languages: of(['Urdu', 4], ['English', 1]),
    religions: muslim,
    ...both('pakistani'),
    large: true,
    threeGenerations: true,
  },
  { per100: 4, village: 'Black Caribbean', ethnicity: 'BCRB', languages: of(['English', 1]), religions: christian, ...both('caribbean') },
  {
    per100: 3.5,
    village: 'Other',
    ethnicity: 'OOTH',
    languages: of(['Arabic', 3], ['English', 0.5]),
    religions: muslim,
    ...both('arab'),
    large: true,
  },
  { per100: 1.4, village: 'Other', ethnicity: 'WIRI', languages: of(['English', 1]), religions: christian, ...both('irish') },
  { per100: 0.1, village: 'Other', ethnicity: 'WIRT', languages: of(['English', 1]), religions: christian, ...both('irish'), large: true },
  {
    per100: 1,
    village: 'Other',
    ethnicity: 'ABAN',
    languages: of(['Bengali', 0.8], ['English', 0.2]),
    religions: muslim,
    ...both('bangladeshi'),
  },
  {
    per100: 1,
    village: 'Other',
    ethnicity: 'CHNE',
    languages: of(['Chinese', 0.8], ['English', 0.2]),
    religions: of<string | null>(['No religion', 60], ['Christian', 20], [null, 20]),
    ...both('chinese'),
  },
  {
    per100: 0.3,
    village: 'Other',
    ethnicity: 'WROM',
    languages: of(['Romanian', 1]),
    religions: christian,
    ...both('romanian'),
    large: true,
  },
  {
    per100: 2.3,
    village: 'Other',
    ethnicity: 'OOTH',
    languages: of(['Portuguese', 2], ['English', 0.3]),
    religions: christian,
    ...both('portuguese'),
  },
  {
    per100: 1.7,
    village: 'Other',
    ethnicity: 'MWBC',
    fatherEthnicity: 'BCRB',
    motherEthnicity: 'WBRI',
    languages: of(['English', 1]),
    religions: secular,
    father: 'caribbean',
    mother: 'english',
  },
  {
    per100: 1,
    village: 'Other',
    ethnicity: 'MWBA',
    fatherEthnicity: 'BAFR',
    motherEthnicity: 'WBRI',
    languages: of(['English', 1]),
    religions: secular,
    father: 'westAfrican',
    mother: 'english',
  },
  {
    per100: 1.8,
    village: 'Other',
    ethnicity: 'MWAS',
    fatherEthnicity: 'AIND',
    motherEthnicity: 'WBRI',
    languages: of(['English', 1]),
    religions: secular,
    father: 'gujarati',
    mother: 'english',
  },
  {
    per100: 1.9,
    village: 'Other',
    ethnicity: 'MOTH',
    fatherEthnicity: 'OOTH',
    motherEthnicity: 'WBRI',
    languages: of(['English', 1.6], ['Spanish', 0.3]),
    religions: secular,
    father: 'arab',
    mother: 'english',
  },
];
