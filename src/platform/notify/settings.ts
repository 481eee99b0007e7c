import { secretsFrom } from '../identity/settings.ts';
import { templateNames, wordsFor, type Channel, type TemplateName } from './templates.ts';

/** How to reach GOV.UK Notify, and its ids of our templates. */
export interface NotifySettings {
  /** https://api.notifications.service.gov.uk unless told. */
  base: string;
  serviceId: string;
  secret: string;
  /** `concern-answered:email` -> the service's id of that template. */
  templates: Readonly<Record<string, string>>;
  /** The address people use: links in messages begin with it. */
  origin: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** An API key is its name, the service's id and the secret, with hyphens between (Notify API documentation, "API keys"). */
const keyShape = new RegExp(`^.*?-?(${uuid})-(${uuid})$`, 'i');
const isSafe = (text: string): boolean => /^https:\/\/[^\s]+$/.test(text) || /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(text);

/** The key of a template in the settings. */
export const templateKey = (template: TemplateName, channel: Channel): string => `${template}:${channel}`;

/** Every template and channel that has words, as the settings must name them. */
export const templateKeys = (): string[] =>
  templateNames.flatMap((name) =>
    (['email', 'sms'] as const).filter((channel) => wordsFor(name, channel)).map((channel) => templateKey(name, channel)),
  );

/** Reads the settings; null when no key is set: then nothing is sent and every page says so. Throws, in words, on a part of them. */
export function notifySettingsFrom(env: Environment): NotifySettings | null {
  const key = secretsFrom(env)('NOTIFY_API_KEY');
  if (key === null) return null;
  const [, serviceId, secret] = keyShape.exec(key) ?? [];
  if (!serviceId || !secret) throw new Error('NOTIFY_API_KEY is not a GOV.UK Notify key: a name and two ids with hyphens between.');
  const base = (env['NOTIFY_BASE_URL'] ?? 'https://api.notifications.service.gov.uk').replace(/\/$/, '');
  if (!isSafe(base)) throw new Error('NOTIFY_BASE_URL must begin with https://.');
  const origin = env['BASE_URL'];
  if (!origin || !URL.canParse(origin)) throw new Error('Set BASE_URL, the address people use: messages carry links to it.');
  return { base, serviceId, secret, templates: templatesIn(secretsFrom(env)('NOTIFY_TEMPLATES')), origin: new URL(origin).origin };
}

function templatesIn(text: string | null): Record<string, string> {
  const wrong = 'NOTIFY_TEMPLATES must be JSON that names the id of each template: {"concern-answered:email": "…", …}.';
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    throw new Error(wrong);
  }
  if (typeof read !== 'object' || read === null) throw new Error(wrong);
  const given = read as Record<string, string>;
  const missing = templateKeys().filter((key) => !new RegExp(`^${uuid}$`, 'i').test(String(given[key] ?? '')));
  if (missing.length > 0) throw new Error(`${wrong} Missing: ${missing.join(', ')}.`);
  return given;
}
