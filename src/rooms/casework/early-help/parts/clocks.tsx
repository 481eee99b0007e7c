import type { StandingClock } from '../../../../platform/time/clock.store.ts';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';

/** The running clocks of a thing, each with what it is for. */
export function Clocks({ clocks }: { clocks: readonly StandingClock[] }) {
  if (clocks.length === 0) return null;
  return (
    <ul class="govuk-list" aria-label="Clocks">
      {clocks.map((clock) => (
        <li>
          {clock.ruleInForce.name}: <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} />
        </li>
      ))}
    </ul>
  );
}
