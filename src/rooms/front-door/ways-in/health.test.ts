import { expect, it } from 'vitest';
import { refuseSecondReferral } from './health.ts';

const open = [{ reference: 'R-12', workerName: 'Sam Worker' }];

it.each(['REFERRAL_CSC', 'FAMILY_HELP_CIN', 'EARLY_HELP'])(
  '%s opens no second referral beside open work, and says where it goes instead',
  (outcome) => {
    expect(() => refuseSecondReferral(outcome, open)).toThrow('Work is open already (R-12, Sam Worker). Pass the health concern to it');
    expect(() => refuseSecondReferral(outcome, [])).not.toThrow();
  },
);
it.each(['PASS_TO_ALLOCATED', 'STRATEGY_IMMEDIATE', 'ADVICE', 'MASH'])('%s stays possible', (outcome) => {
  expect(() => refuseSecondReferral(outcome, open)).not.toThrow();
});
