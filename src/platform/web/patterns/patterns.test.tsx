import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CheckAnswers } from './check-answers.tsx';
import { ClockTag } from './clock-tag.tsx';
import { ErrorPage } from './error-page.tsx';
import { IdentityBar } from './identity-bar.tsx';
import { EmptyList, ListSummary } from './list-summary.tsx';
import { SideBySide } from './side-by-side.tsx';
import { SmallNumber } from './small-number.tsx';
import { SortableTable, sortFrom, sortHref } from './sortable-table.tsx';
import { TaskListPage } from './task-list-page.tsx';
import { ThreadLine } from './thread-line.tsx';
import { TwoTexts } from './two-texts.tsx';

const text = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('identity bar', () => {
  it('says everything in words, and what is not known', () => {
    const bar = text(
      render(
        <IdentityBar
          name="Amara"
          age="9 years"
          statuses={[{ text: 'Child in need', colour: 'purple' }]}
          warnings={['Two dogs']}
          services={{ count: 1, href: '/x' }}
          restricted="a relative works here"
        />,
      ),
    );
    for (const words of [
      'Amara',
      '9 years',
      'Lives with Not known',
      'Lead professional Nobody yet',
      'Child in need',
      'Warning: Two dogs',
      '1 service involved',
      'Restricted: a relative works here',
    ])
      expect(bar).toContain(words);
  });

  it('does not say a record is restricted when it is not', () => {
    expect(render(<IdentityBar name="Amara" age="9 years" />)).not.toContain('estricted');
  });
});

describe('clock', () => {
  it('says its state in a word and in full, and its basis on request', () => {
    const clock = render(
      <ClockTag state="overdue" words="overdue by 2 working days, was due 20 Nov" exact="Limit 10 working days. Set in law." />,
    );
    expect(clock).toMatch(/^<details class="gt-clock gt-clock--overdue"><summary><strong[^>]*>Overdue<\/strong> /);
    expect(text(clock)).toBe('Overdue overdue by 2 working days, was due 20 Nov Limit 10 working days. Set in law.');
    expect(render(<ClockTag state="met" words="met on 20 Nov" />)).not.toContain('details');
  });
});

describe('lists', () => {
  it('say how many, which, in what order, how fresh', () => {
    expect(text(render(<ListSummary count={1} noun={['contact', 'contacts']} filter="level 4" sort="oldest first" asOf="14:02" />))).toBe(
      '1 contact , level 4, oldest first. As of 14:02.',
    );
    expect(text(render(<ListSummary count={2041} noun={['contact', 'contacts']} asOf="14:02" />))).toBe('2,041 contacts . As of 14:02.');
    expect(text(render(<EmptyList why="Nobody is waiting." whatToDo="See yesterday." />))).toBe('Nobody is waiting. See yesterday.');
  });

  const columns = [{ key: 'age', heading: 'Age' }, { heading: 'Do' }];
  it('sort by links that keep the filter and turn round when pressed again', () => {
    const list = { path: '/q', query: { level: ['3', '4'], page: '2', sort: 'x' }, sort: { key: 'age', direction: 'ascending' as const } };
    expect(sortHref(list, 'age')).toBe('/q?level=3&level=4&sort=-age');
    expect(sortHref(list, 'name')).toBe('/q?level=3&level=4&sort=name');
    const table = render(<SortableTable caption="C" columns={columns} rows={[{ cells: ['9', 'x'] }]} {...list} />);
    expect(table.match(/aria-sort="ascending"/g)).toHaveLength(1);
    expect(table).toContain('<caption');
    expect(table).toContain('<th scope="row"');
  });

  it('read only orders the list has', () => {
    const fallback = { key: 'age', direction: 'ascending' as const };
    expect(sortFrom('-age', columns, fallback)).toEqual({ key: 'age', direction: 'descending' });
    expect(sortFrom('1;drop table', columns, fallback)).toBe(fallback);
    expect(sortFrom(['age'], columns, fallback)).toBe(fallback);
  });
});

describe('small numbers', () => {
  it('are not shown, never linked, and say why', () => {
    const small = render(<SmallNumber count="small" href="/rows" />);
    expect(small).not.toContain('href');
    expect(text(small)).toBe('1 to 5 (the exact number is not shown, so that nobody can be recognised)');
    expect(text(render(<SmallNumber count="protects another" />))).toMatch(/^not shown/);
  });

  it('and large ones lead to their rows; nought has none', () => {
    expect(render(<SmallNumber count={1204} href="/rows" />)).toContain('href="/rows">1,204');
    expect(render(<SmallNumber count={0} href="/rows" />)).toBe('0');
  });
});

describe('two texts', () => {
  it('shows both in full, escaped, with who wrote the other and when', () => {
    const both = render(
      <TwoTexts what="Worries" yours={'One\n<two>'} theirs="" theirName="Jo" theirAt={new Date('2026-11-24T14:02:00Z')} />,
    );
    expect(both).toContain('One\n&lt;two>');
    expect(text(both)).toContain('by Jo on 24 Nov 2026 at 2:02pm Nothing written');
  });
});

describe('a comparison', () => {
  it('says every difference in words', () => {
    const rows = (['exact', 'close', 'different', 'missing'] as const).map((likeness) => ({
      field: 'F',
      left: 'l',
      right: likeness === 'missing' ? null : 'r',
      likeness,
      reason: 'because',
    }));
    const compared = text(render(<SideBySide caption="C" leftHeading="L" rightHeading="R" rows={rows} />));
    for (const words of ['The same because', 'Close because', 'Different because', 'Not known because']) expect(compared).toContain(words);
  });
});

describe('the thread', () => {
  it('is an ordered list from the outcome down; the node one is on is not a link', () => {
    const thread = render(
      <ThreadLine
        nodes={[
          { kind: 'Outcome', text: 'Safe', href: '/o' },
          { kind: 'Goal', text: 'Sleep', href: '/g', current: true },
        ]}
      />,
    );
    expect(thread).toMatch(/^<ol/);
    expect(thread).toContain('href="/o"');
    expect(thread).not.toContain('href="/g"');
    expect(render(<ThreadLine nodes={[]} />)).toBe('');
  });
});

describe('the ends of journeys', () => {
  it('an answer to check has its own way back, named for those who hear it alone', () => {
    const answers = render(<CheckAnswers answers={[{ question: 'First name', answer: '', changeHref: '/c#first-name' }]} />);
    expect(answers).toContain('href="/c#first-name">Change<span class="govuk-visually-hidden"> first name</span>');
    expect(answers).toContain('Not answered');
  });

  it('an error says what happened, what was kept and what to do', () => {
    const fault = text(render(<ErrorPage kind="fault" kept="Your draft from 14:02 is kept." reference="9f3" />));
    expect(fault).toContain('not something you did');
    expect(fault).toContain('Your draft from 14:02 is kept.');
    expect(fault).toContain('Try again.');
    expect(text(render(<ErrorPage kind="refused" words="The plan has no review date." />))).toContain('The plan has no review date.');
  });

  it('a task that cannot start is not a link', () => {
    const tasks = render(
      <TaskListPage
        heading="H"
        sections={[
          {
            tasks: [
              { title: 'A', href: '/a', state: 'done' },
              { title: 'B', href: '/b', state: 'cannot start yet' },
            ],
          },
        ]}
      />,
    );
    expect(tasks).toContain('href="/a"');
    expect(tasks).not.toContain('href="/b"');
    expect(tasks).toContain('1 of 2 parts done.');
  });
});
