import { readFileSync } from 'node:fs';
import { jsxTemplate } from 'preact/jsx-runtime';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ported } from './fixture-components.ts';
import { outline, withoutCrown } from './fixture-outline.ts';

type Fixture = { name: string; options: Record<string, unknown>; html: string };

const folder = new URL('../../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

function fixturesOf(component: string): Fixture[] {
  const file = readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8');
  return (JSON.parse(file) as { fixtures: Fixture[] }).fixtures;
}

/**
 * The macros take `html` beside `text`; the port takes wording. Every `html` becomes the same wording, written raw.
 * Raw writing is for this test alone: nothing in the product uses it.
 */
function adapted(options: unknown): unknown {
  if (Array.isArray(options)) return options.map(adapted);
  if (typeof options !== 'object' || options === null) return options;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) result[key] = adapted(value);
  for (const [key, value] of Object.entries(options)) {
    if (!/^html$|Html$/.test(key)) continue;
    delete result[key];
    if (value) result[key.replace(/html$/, 'text').replace(/Html$/, 'Text')] = jsxTemplate([String(value)]);
  }
  return result;
}

/** The slots of the service navigation are HTML by nature, given as plain strings. */
function slots(options: Record<string, unknown>): Record<string, unknown> {
  if (typeof options['slots'] !== 'object' || options['slots'] === null) return options;
  const raw = Object.entries(options['slots']).map(([name, slot]) => [name, typeof slot === 'string' ? jsxTemplate([slot]) : slot]);
  return { ...options, slots: Object.fromEntries(raw) };
}

const trimmed: Readonly<Record<string, (html: string) => string>> = { footer: withoutCrown };

describe.each(Object.keys(ported))('%s', (name) => {
  const { component, props } = ported[name]!;
  it.each(fixturesOf(name))('equals the official markup: $name', (fixture) => {
    const official = trimmed[name]?.(fixture.html) ?? fixture.html;
    const options = slots(adapted(fixture.options) as Record<string, unknown>);
    const ours = render(h(component, props(options)));
    expect(outline(ours)).toEqual(outline(official));
  });
});

it('covers the components the product uses, every official example of each', () => {
  const names = Object.keys(ported);
  const examples = names.reduce((sum, name) => sum + fixturesOf(name).length, 0);
  console.log(`${names.length} components, ${examples} official examples: ${names.join(', ')}`);
  expect(names).toHaveLength(33);
  expect(examples).toBe(651);
});
