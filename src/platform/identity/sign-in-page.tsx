import type { Ctx } from '../access/ctx.ts';
import { publicView } from '../web/view.tsx';
import { page, seeOther, type PageRoute } from '../web/route.ts';
import { localPath } from './local-path.ts';
import { SignInWays } from './pages.tsx';
import { offeredProviders } from './provider.store.ts';
import type { SignInSettings } from './settings.ts';

/** Where everybody who is not signed in is sent; someone who is goes straight on. */
export const signInPage = (settings: SignInSettings): PageRoute =>
  page('/sign-in', 'public', 'platform.sign-in.offer', async (ctx: Ctx, asked) => {
    const to = localPath(asked.query['to']);
    if (ctx.who.kind === 'staff') return seeOther(to);
    const signedOut = asked.query['out'] === '1';
    const ways = (
      <SignInWays providers={await offeredProviders(ctx)} to={to} signedOut={signedOut} demonstration={settings.demonstration} />
    );
    return publicView(ctx, { title: signedOut ? 'You are signed out' : 'Sign in', exitThisPage: false }, ways);
  });

/** The bare address: the first place of the navigation a person may open, or the sign-in page. */
export const startPage: PageRoute = page('/', 'public', 'platform.start.view', async (ctx: Ctx) => {
  const { who } = ctx;
  if (who.kind !== 'staff') return seeOther('/sign-in');
  return seeOther(ctx.request.navigation.find((item) => who.permissions.has(item.permission))?.href ?? '/sessions');
});
