import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The one thing excused: the design system's script says `aria-expanded` on a radio or checkbox that reveals a question.
 * ARIA does not list it there; the Design System keeps it because screen readers announce it (docs/decisions/0005).
 */
const revealing = /class="govuk-(radios|checkboxes)__input"[^>]*aria-controls=/;

/** What axe holds against a page, one line a broken rule with the elements that break it. Empty when it holds nothing. */
export async function axeComplaints(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => {
    const held = nodes.map((node) => node.html).filter((html) => !(id === 'aria-allowed-attr' && revealing.test(html)));
    return held.length > 0 ? [`${id}: ${held.join(' | ')}`] : [];
  });
}
