import type { Route } from '../../platform/web/route.ts';
export const routes: readonly Route[] = [];
