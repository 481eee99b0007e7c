import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { Choice, Choices, DateField, errorFor, FileField, Form, SelectField, TextArea, TextField } from './form-kit.tsx';

const html = (node: VNode): string => render(node);
const errors = [
  { field: 'born', message: 'Enter a date' },
  { field: 'name', message: 'Enter a name' },
  { field: 'name', message: 'Second' },
];

describe('a form', () => {
  it('carries its token, its key, and when given its version and draft', () => {
    const form = html(
      <Form action="/send" csrf="c" idempotencyKey="k" version={3} draft="concern">
        x
      </Form>,
    );
    for (const pair of ['name="_csrf" value="c"', 'name="_key" value="k"', 'name="_version" value="3"', 'name="_draft" value="concern"'])
      expect(form).toContain(pair);
    expect(form).toMatch(/method="post" action="\/send" novalidate/);
    const bare = html(
      <Form action="/send" csrf="c" idempotencyKey="k">
        x
      </Form>,
    );
    expect(bare).not.toContain('_version');
    expect(bare).not.toContain('_draft');
  });

  it('with autosave, has a place that says when it was saved', () => {
    const form = html(
      <Form action="/s" csrf="c" idempotencyKey="k" autosave="/drafts/save" draftStatus="Saved 14:02">
        x
      </Form>,
    );
    expect(form).toContain('data-autosave="/drafts/save"');
    expect(form).toMatch(/data-draft-status[^>]*>Saved 14:02/);
  });
});

describe('fields show again what was typed, and the first error', () => {
  it('escapes words and keeps a first empty line', () => {
    const area = html(<TextArea name="story" label="Story" values={{ story: '\n<script>alert(1)</script>' }} />);
    expect(area).toContain('\n\n&lt;script>alert(1)&lt;/script></textarea>');
  });

  it('shows one message, beside the field, joined to it', () => {
    const field = html(<TextField name="name" label="Name" hint="As they like it" errors={errors} values={{ name: 'A"b' }} />);
    expect(field).toContain('value="A&quot;b"');
    expect(field).toContain('aria-describedby="name-hint name-error"');
    expect(field).toContain('Enter a name');
    expect(field).not.toContain('Second');
    expect(errorFor(errors, 'other')).toBeUndefined();
  });

  it('shows nothing for a value that is not text', () => {
    expect(html(<TextField name="a" label="A" values={{ a: { toString: 'x' } }} />)).not.toContain('value=');
  });

  it('marks one chosen radio and every ticked box, numbers included', () => {
    const items = [
      { value: 1, text: 'One' },
      { value: 2, text: 'Two' },
    ];
    expect(html(<Choice name="n" legend="N" items={items} values={{ n: '2' }} />)).toMatch(/value="2" checked/);
    expect(html(<Choice name="n" legend="N" items={items} />)).not.toContain('checked');
    expect(html(<Choices name="n" legend="N" items={items} values={{ n: ['1', '2'] }} />).match(/ checked/g)).toHaveLength(2);
    expect(html(<Choices name="n" legend="N" items={items} values={{ n: '1' }} />).match(/ checked/g)).toHaveLength(1);
  });

  it('links an error to the first radio', () => {
    const radios = html(<Choice name="born" legend="B" items={[{ value: 'a', text: 'A' }]} errors={errors} />);
    expect(radios).toContain('id="born" name="born"');
  });

  it('a list starts with nothing chosen', () => {
    const select = html(<SelectField name="s" label="S" items={[{ text: 'A' }]} />);
    expect(select).toContain('<option value>Choose one</option>');
    expect(html(<SelectField name="s" label="S" items={[{ text: 'A' }]} values={{ s: 'A' }} />)).toContain('value="A" selected');
  });

  it('a file field offers types', () => {
    expect(html(<FileField name="f" label="F" accept=".pdf" multiple />)).toMatch(/type="file"[^>]*multiple[^>]*accept="\.pdf"/);
  });
});

describe('a date', () => {
  it('has three named boxes; an error on the whole marks all and links to the day', () => {
    const date = html(
      <DateField name="born" legend="Born" values={{ 'born-day': '3', 'born-month': '7', 'born-year': '2017' }} errors={errors} />,
    );
    for (const part of ['day', 'month', 'year']) expect(date).toContain(`name="born-${part}"`);
    expect(date).toMatch(/id="born" name="born-day"/);
    expect(date.match(/govuk-input--error/g)).toHaveLength(3);
  });

  it('an error on the month marks the month alone and links to it', () => {
    const date = html(<DateField name="born" legend="Born" errors={[{ field: 'born-month', message: 'Enter a month' }]} />);
    expect(date.match(/govuk-input--error/g)).toHaveLength(1);
    expect(date).toMatch(/govuk-input--error[^>]*id="born-month"/);
    expect(date).toContain('Enter a month');
  });

  it('an error on the day links to the day', () => {
    const date = html(<DateField name="born" legend="Born" errors={[{ field: 'born-day', message: 'Enter a day' }]} />);
    expect(date).toMatch(/govuk-input--error[^>]*id="born-day"/);
  });
});
