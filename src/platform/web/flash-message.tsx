import type { ComponentChildren } from 'preact';
import { NotificationBanner } from './govuk/notification-banner.tsx';

/** What just happened, told once on the next page. A plain string means it went well. */
export type Flash = string | { kind: 'done' | 'notice'; message: ComponentChildren };

/** The banner for it; nothing when there is nothing to tell. */
export function FlashMessage({ flash }: { flash?: Flash | undefined }) {
  if (!flash) return null;
  const { kind, message } = typeof flash === 'string' ? { kind: 'done', message: flash } : flash;
  if (kind === 'notice') return <NotificationBanner text={message} />;
  return <NotificationBanner type="success" titleText="Done" text={message} />;
}
