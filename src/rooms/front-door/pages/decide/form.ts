import { z } from 'zod';
import { anyOf, oneOf, optionalId, optionalOneOf, optionalText, requiredText, version } from '../../../../platform/web/fields.ts';
import { factors, primaryNeeds } from '../../codes.ts';
import { outcomeCodes } from '../../decision.ts';

type Codes = readonly [string, ...string[]];
const factorCodes = factors.map(([code]) => code) as unknown as Codes;
const needCodes = primaryNeeds.map(([code]) => code) as unknown as Codes;

/** The decision form's shape; whether level and outcome fit is the noun's business. */
export const decideShape = z.object({
  level: oneOf(['1', '2', '3', '4'], 'Select the level').transform(Number),
  factors: anyOf(factorCodes),
  analysis: requiredText('Enter what this means for the child'),
  protective: requiredText('Enter what protects the child, or "nothing known"'),
  history: optionalText(),
  outcomeCode: oneOf(outcomeCodes, 'Select the outcome'),
  rationale: requiredText('Enter why this outcome is right for this child'),
  disagreement: optionalText(),
  primaryNeed: optionalOneOf(needCodes),
  handedTo: optionalText(200),
  handedHow: optionalOneOf(['by telephone', 'by secure email', 'in person']),
  handedToStaffId: optionalId(),
  handedToTeamId: optionalId(),
  duplicateOf: optionalText(20),
  hubRag: optionalOneOf(['RED', 'AMBER', 'GREEN']),
  _version: version,
});

export type DecideForm = z.output<typeof decideShape>;
