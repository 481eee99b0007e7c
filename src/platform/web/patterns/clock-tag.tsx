import type { ClockState } from '../../time/clock.ts';

export type ClockTagProps = {
  state: ClockState;
  /** "due tomorrow, 24 Nov (working day 9 of 10)". */
  words: string;
  /** The due date in full, the limit and its legal or local basis: shown on request. */
  exact?: string | undefined;
};

const short: Readonly<Record<ClockState, string>> = {
  running: 'In time',
  warning: 'Due soon',
  'due today': 'Due today',
  overdue: 'Overdue',
  met: 'Met',
  'met late': 'Met late',
};

/** Where a clock stands: its state in a word, when it is due in words and exactly, its basis for whoever asks. */
export function ClockTag({ state, words, exact }: ClockTagProps) {
  const reading = (
    <>
      <strong class="gt-clock__state">{short[state]}</strong> <span class="gt-clock__words">{words}</span>
    </>
  );
  const names = `gt-clock gt-clock--${state.replace(' ', '-')}`;
  if (!exact) return <span class={names}>{reading}</span>;
  return (
    <details class={names}>
      <summary>{reading}</summary>
      <p class="gt-clock__exact">{exact}</p>
    </details>
  );
}
