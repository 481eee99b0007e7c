import { form, page, type Route } from '../../platform/web/route.ts';
import { outcomePage } from './pages/outcome/page.tsx';
import { ownerShape } from './pages/owner/form.ts';
import { ownerForm, ownerPage, takeOwner } from './pages/owner/page.tsx';
import { pathwayPage } from './pages/pathway/page.tsx';
import { bringBackShape, retireShape } from './pages/retire/form.ts';
import { retireForm, retirePage, takeBringBack, takeRetirement } from './pages/retire/page.tsx';
import { wordingShape } from './pages/wording/form.ts';
import { takeWording, wordingForm, wordingPage } from './pages/wording/page.tsx';

/** The pathway as managed reference data: read by all staff, changed by commissioners and the director. */
export const routes: readonly Route[] = [
  page('/outcomes/pathway', 'outcomes.view', 'outcomes.pathway.view', pathwayPage),
  page('/outcomes/pathway/:outcome', 'outcomes.view', 'outcomes.outcome.view', outcomePage),
  page('/outcomes/pathway/:outcome/wording', 'outcomes.manage', 'outcomes.wording.open', wordingPage),
  form('/outcomes/pathway/:outcome/wording', 'outcomes.manage', 'outcomes.wording.change', wordingShape, takeWording, (ctx, again, asked) =>
    wordingForm(ctx, again, asked),
  ),
  page('/outcomes/pathway/:outcome/retire', 'outcomes.manage', 'outcomes.retirement.open', retirePage),
  form(
    '/outcomes/pathway/:outcome/retire',
    'outcomes.manage',
    'outcomes.outcome.retire',
    retireShape,
    takeRetirement,
    (ctx, again, asked) => retireForm(ctx, again, asked),
  ),
  form(
    '/outcomes/pathway/:outcome/bring-back',
    'outcomes.manage',
    'outcomes.outcome.bring-back',
    bringBackShape,
    takeBringBack,
    (ctx, again, asked) => retireForm(ctx, again, asked),
  ),
  page('/outcomes/pathway/:outcome/owner', 'outcomes.manage', 'outcomes.owner.open', ownerPage),
  form('/outcomes/pathway/:outcome/owner', 'outcomes.manage', 'outcomes.owner.name', ownerShape, takeOwner, (ctx, again, asked) =>
    ownerForm(ctx, again, asked),
  ),
];
