import { Footer } from './govuk/footer.tsx';

const links = {
  staff: [
    { href: '/help', text: 'Help and keyboard shortcuts', attributes: { 'data-shortcut': '?' } },
    { href: '/accessibility', text: 'Accessibility' },
    { href: '/privacy', text: 'Privacy' },
  ],
  public: [
    { href: '/accessibility', text: 'Accessibility' },
    { href: '/privacy', text: 'Privacy' },
  ],
};

/** The same help in the same place on every page (WCAG 3.2.6). */
export function PageFooter({ audience }: { audience: 'staff' | 'public' }) {
  return (
    <footer>
      <Footer meta={{ items: links[audience] }} />
    </footer>
  );
}
