import type { Rule } from '../rule.ts';
import { arrowRules } from './arrows.ts';
import { frontDoorRules } from './front-doors.ts';
import { languageRules } from './language.ts';
import { nameRules } from './names.ts';
import { premisesRules } from './premises.ts';
import { shapeRules } from './shapes.ts';
import { sizeRules } from './sizes.ts';
import { wordRules } from './words.ts';

/** Every rule of the house. `src/tidy.test.ts` holds the project to them and shows that each one can fail. */
export const rules: readonly Rule[] = [
  ...arrowRules,
  ...frontDoorRules,
  ...shapeRules,
  ...nameRules,
  ...sizeRules,
  ...languageRules,
  ...premisesRules,
  ...wordRules,
];
