import { standingWords, type Standing } from '../../../../platform/notify/notification.store.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';

/** What became of each message about a contact: never where it went. One that is lost says what to do. */
export function HowMessagesWent({ messages }: { messages: readonly Standing[] }) {
  return (
    <>
      {messages.map((one) => (
        <p class="govuk-body gt-small">
          {one.channel === 'email' ? 'Email' : 'Text message'} of {longMoment(one.askedAt)}: {standingWords[one.state]}.
          {one.state === 'FAILED' || one.state === 'NOT_SENT' ? ' Call or write to them.' : ''}
        </p>
      ))}
    </>
  );
}
