import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { invalid, refused } from '../../../access/refusal.ts';
import { oneOf, optionalText, requiredText } from '../../../web/fields.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { recordId } from '../record-id.ts';
import { addProvider, changeProvider, providerOf, providers } from './provider-list.store.ts';
import { providerForm, providerList } from './provider-pages.tsx';

const path = '/administration/providers';
const several = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.uuid({ error: 'Select from the list' })),
);
const shape = z.object({
  name: requiredText('Enter the name on the sign-in button', 100),
  issuer: requiredText('Enter the issuer', 500).refine(
    (text) => /^https?:\/\/[^\s/]+/.test(text),
    'Enter an address that begins with https://',
  ),
  clientId: requiredText('Enter our client id there', 200),
  secretName: optionalText(100).refine(
    (text) => text === null || /^OIDC_[A-Z0-9_]{1,80}$/.test(text),
    'Enter a name that begins with OIDC_, for example OIDC_CLIENT_SECRET: never the secret itself',
  ),
  active: oneOf(['yes', 'no'], 'Select yes or no'),
  agencyIds: several,
});
type Given = z.output<typeof shape>;
const factsOf = (given: Given) => ({ ...given, active: given.active === 'yes' });

async function refuseBadIssuer(ctx: StaffCtx, given: Given, id: string | null): Promise<void> {
  const others = (await providers(ctx)).filter((one) => one.id !== id);
  if (others.some((one) => one.issuer === given.issuer)) throw invalid([{ field: 'issuer', message: 'Another provider has this issuer' }]);
  const before = id ? await providerOf(ctx, id) : null;
  if (!given.issuer.startsWith('https://') && given.issuer !== before?.issuer)
    throw invalid([{ field: 'issuer', message: 'The issuer must begin with https://' }]);
  if (given.active === 'no' && !others.some((one) => one.active))
    throw refused('This is the only provider offered. Nobody could sign in without it.');
}

async function add(ctx: StaffCtx, given: Given) {
  await refuseBadIssuer(ctx, given, null);
  about(ctx, 'identity-provider', await addProvider(ctx, factsOf(given)));
  return seeOther(path, `${given.name} was added.`);
}

async function change(ctx: StaffCtx, given: Given, asked: Asked) {
  const before = await providerOf(ctx, recordId(asked));
  about(ctx, 'identity-provider', before.id);
  await refuseBadIssuer(ctx, given, before.id);
  await changeProvider(ctx, before, factsOf(given));
  return seeOther(path, 'Saved.');
}

export const providerRoutes: readonly Route[] = [
  page(path, 'admin.settings', 'administration.providers.view', providerList),
  page(`${path}/add`, 'admin.settings', 'administration.provider.begin', (ctx, asked) => providerForm(ctx, asked)),
  form(`${path}/add`, 'admin.settings', 'administration.provider.add', shape, add, (ctx, again, asked) => providerForm(ctx, asked, again)),
  page(`${path}/:id`, 'admin.settings', 'administration.provider.view', (ctx, asked) => providerForm(ctx, asked)),
  form(`${path}/:id`, 'admin.settings', 'administration.provider.change', shape, change, (ctx, again, asked) =>
    providerForm(ctx, asked, again),
  ),
];
