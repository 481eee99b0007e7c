import { peopleRoom } from '../people/index.ts';
import { page, type Route } from '../../platform/web/route.ts';
import { accessibilityPage } from './pages/accessibility/page.tsx';
import { childPage } from './pages/child/page.tsx';
import { helpPage } from './pages/help/page.tsx';
import { outcomeThreadPage } from './pages/outcome/page.tsx';
import { outcomesPage } from './pages/outcomes/page.tsx';
import { privacyPage } from './pages/privacy/page.tsx';
import { searchPage } from './pages/search/page.tsx';
import { seenPage } from './pages/seen/page.tsx';
import { startPage } from './pages/start/page.tsx';
import { todayPage } from './pages/today/page.tsx';

/** Pages drawn from every room, and those that belong to no room. Nothing here changes anything. */
export const routes: readonly Route[] = peopleRoom.leadingOn([
  page('/', 'public', 'desk.start.view', startPage),
  page('/today', 'today.view', 'desk.today.view', todayPage),
  page('/search', 'signed-in', 'desk.search.offer', searchPage),
  page('/children/:id', 'person.view', 'desk.child.view', childPage),
  page('/children/:id/seen', 'who-has-seen.view', 'desk.who-has-seen.view', seenPage),
  page('/outcomes', 'outcomes.view', 'desk.outcomes.view', outcomesPage),
  page('/outcomes/:outcome', 'outcomes.view', 'desk.outcome.view', outcomeThreadPage),
  page('/help', 'public', 'desk.help.view', helpPage),
  page('/accessibility', 'public', 'desk.accessibility.view', accessibilityPage),
  page('/privacy', 'public', 'desk.privacy.view', privacyPage),
]);
