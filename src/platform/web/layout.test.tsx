import { describe, expect, it } from 'vitest';
import { document, PublicLayout, StaffLayout } from './layout.tsx';

const around = {
  person: { name: 'Priya <b>Raman</b>', role: 'contact officer', agency: 'Harrow' },
  navigation: [
    { href: '/today', label: 'Today', active: true },
    { href: '/families', label: 'Families', active: false },
  ],
  nonce: 'n0nce',
  csrf: 'token',
};

function staff(props: Partial<Parameters<typeof StaffLayout>[0]> = {}): string {
  return document(
    <StaffLayout {...around} title="Queue" {...props}>
      <h1>Queue</h1>
    </StaffLayout>,
  );
}

describe('a staff page', () => {
  it('is a whole document with everything escaped', () => {
    const html = staff();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/);
    expect(html).toContain('Priya &lt;b>Raman&lt;/b>');
    expect(html).not.toContain('<b>Raman');
  });

  it('says who, as what, and lets them sign out by POST with their token', () => {
    const html = staff();
    expect(html).toContain(', contact officer, Harrow');
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/sign-out"/);
    expect(html).toContain('name="_csrf" value="token"');
  });

  it('marks where one is in the navigation', () => {
    expect(staff()).toMatch(/href="\/today" aria-current="true"/);
  });

  it('puts Error: before the title and lists the errors with links when something is wrong', () => {
    const html = staff({ errors: [{ field: 'born-month', message: 'Enter a month' }] });
    expect(html).toContain('<title>Error: Queue - Goldthread</title>');
    expect(html).toContain('<a href="#born-month">Enter a month</a>');
    expect(staff()).toContain('<title>Queue - Goldthread</title>');
  });

  it('tells what just happened, once, above the page', () => {
    const html = staff({ flash: 'Contact C-2041 is yours.' });
    expect(html).toContain('role="alert"');
    expect(html.indexOf('Contact C-2041 is yours.')).toBeLessThan(html.indexOf('<h1'));
    expect(staff({ flash: { kind: 'notice', message: 'Feed late' } })).toContain('role="region"');
  });

  it('runs only scripts that carry the nonce, and their text is not changed by escaping', () => {
    const scripts = staff().match(/<script[^>]*>[^<]*/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) {
      expect(script).toContain('nonce="n0nce"');
      expect(script).not.toMatch(/&(amp|lt|quot);/);
    }
  });
});

describe('a public page', () => {
  const page = (props: Partial<Parameters<typeof PublicLayout>[0]> = {}): string =>
    document(
      <PublicLayout title="Worried" nonce="n" {...props}>
        <h1>Worried</h1>
      </PublicLayout>,
    );

  it('has a way out unless it is turned off', () => {
    expect(page()).toContain('govuk-js-exit-this-page-button');
    expect(page()).toContain('govuk-js-exit-this-page-skiplink');
    expect(page({ exitThisPage: false })).not.toContain('exit-this-page');
  });

  it('says its language, and which way it is read', () => {
    expect(page({ language: 'ur' })).toContain('<html lang="ur" dir="rtl"');
    expect(page({ language: 'pl' })).toContain('<html lang="pl" class');
  });

  it('shows no crown and no GOV.UK name', () => {
    expect(page()).not.toMatch(/crown|GOV\.UK/i);
    expect(staff()).not.toMatch(/crown|GOV\.UK/i);
  });
});
