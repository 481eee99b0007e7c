import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { Refusal } from '../../../platform/access/refusal.ts';
import { seeOther, type Answer, type Asked, type Route } from '../../../platform/web/route.ts';
import { leadsTo } from './assertion.store.ts';

/** The same routes, whose pages about a person lead on where the id leads: an id that was joined to another works for ever, for whoever may
 *  see the person there. For anyone else it is not found, as an id that never was. */
export const leadingOn = (routes: readonly Route[]): Route[] =>
  routes.map((route) => (/^\/(people|children)\/:id(\/|$)/.test(route.path) ? leading(route) : route));

function leading(route: Route): Route {
  if (route.method !== 'GET') return route;
  const show = route.page as unknown as (ctx: StaffCtx, asked: Asked) => Promise<Answer>;
  const page = async (ctx: StaffCtx, asked: Asked): Promise<Answer> => {
    try {
      return await show(ctx, asked);
    } catch (refusal) {
      const id = asked.params['id'];
      if (!(refusal instanceof Refusal) || refusal.kind !== 'not-found' || !id) throw refusal;
      const to = await leadsTo(ctx, id);
      if (!to) throw refusal;
      saw(ctx, to);
      const query = new URLSearchParams(asked.query).toString();
      return seeOther(
        route.path.replace(':id', to).replace(/:(\w+)/g, (_, name: string) => asked.params[name] ?? '') + (query ? `?${query}` : ''),
      );
    }
  };
  return { ...route, page: page as unknown as typeof route.page };
}
