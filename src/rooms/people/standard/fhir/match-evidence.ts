import type { Evidence, Factor } from '../../linkage/evidence.ts';
import { tells, type AgreedField, type Agreement } from '../agreement.ts';
import { evidenceUrl, marginUrl, type Extension } from './r4.ts';

/** Which fact of the person the words about a field tell. Telephone and email are told to no system, whatever it sent. */
const factOf: Readonly<Record<string, AgreedField | null>> = {
  'Given name': 'name',
  'Middle name': 'name',
  'Family name': 'name',
  'Order of names': 'name',
  'Date of birth': 'birth-date',
  Sex: 'gender',
  Home: 'area',
  Town: 'area',
  Telephone: null,
  Email: null,
  'NHS number': 'nhs-number',
  UPN: null,
};

const clearly = 1;

/** The words of a factor, or no more than which way it speaks where the agreement does not cover the fact. */
function wordsOf(factor: Factor, agreement: Agreement): string {
  const fact = factOf[factor.field];
  if (fact === undefined || (fact && tells(agreement, fact))) return factor.words;
  if (factor.againstUnrelated > clearly) return 'Agrees';
  return factor.againstUnrelated < -clearly ? 'Does not agree' : 'Says little either way';
}

const rounded = (figure: number): number => Math.round(figure * 100) / 100;

/** The evidence factor by factor, strongest first: the field, in words, and its weight in natural log odds of the same person against an
 *  unrelated one and against one of the same family. */
export const evidenceExtension = (evidence: Evidence, agreement: Agreement): Extension => ({
  url: evidenceUrl,
  extension: evidence.factors
    .toSorted((one, other) => Math.abs(other.againstUnrelated) - Math.abs(one.againstUnrelated))
    .map((factor) => ({
      url: 'factor',
      extension: [
        { url: 'field', valueString: factor.field },
        { url: 'words', valueString: wordsOf(factor, agreement) },
        { url: 'againstUnrelated', valueDecimal: rounded(factor.againstUnrelated) },
        { url: 'againstFamily', valueDecimal: rounded(factor.againstFamily) },
      ],
    })),
});

/** How far the first is before the second, in log odds; says that there is no second where there is none. */
export const marginExtension = (margin: number | null): Extension =>
  margin === null ? { url: marginUrl, valueString: 'Nobody else is near' } : { url: marginUrl, valueDecimal: rounded(margin) };

/** Log odds as a figure from 0 to 1, to four places. It reads like a probability and is one only as far as the model is right. */
export const scoreOf = (logOdds: number): number => Math.round(10_000 / (1 + Math.exp(-logOdds))) / 10_000;
