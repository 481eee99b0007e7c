import { randomUUID } from 'node:crypto';
import { badRequest, invalid, type Told } from './told.ts';

/** A template as it was entered at the service, with ((values)) in it. */
export interface FakeTemplate {
  id: string;
  type: 'email' | 'sms';
  subject: string | null;
  body: string;
}

/** A message the service took. */
export interface Message {
  id: string;
  reference: string | null;
  type: 'email' | 'sms';
  to: string;
  template: FakeTemplate;
  subject: string | null;
  body: string;
  status: string;
  createdAt: Date;
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const isPhone = (text: string): boolean => /^(\+44|44|0)7\d{9}$/.test(text.replace(/[\s()-]/g, ''));

/** Where a message ends, by the addresses the service documents for trying things out; any other arrives. */
function fate(to: string): string {
  if (to === 'perm-fail@simulator.notify' || to.endsWith('7700900002')) return 'permanent-failure';
  if (to === 'temp-fail@simulator.notify' || to.endsWith('7700900003')) return 'temporary-failure';
  return 'delivered';
}

/** Everything taken so far, newest last. A message is "created" until its status is asked for, then it is where it ends. */
export class Inbox {
  readonly messages: Message[] = [];
  readonly #templates: readonly FakeTemplate[];

  constructor(templates: readonly FakeTemplate[]) {
    this.#templates = templates;
  }

  /** What the service answers to a message; the message is kept when it is taken. */
  take(type: 'email' | 'sms', asked: Readonly<Record<string, unknown>>): Told {
    const field = type === 'email' ? 'email_address' : 'phone_number';
    const to = asked[field];
    if (typeof to !== 'string') return invalid(`${field} is a required property`);
    if (type === 'email' ? !isEmail(to) : !isPhone(to))
      return invalid(type === 'email' ? 'email_address Not a valid email address' : 'phone_number Not a UK mobile number');
    if (typeof asked['template_id'] !== 'string') return invalid('template_id is a required property');
    const template = this.#templates.find((one) => one.id === asked['template_id']);
    if (!template) return badRequest('Template not found');
    if (template.type !== type) return badRequest(`${template.type} template is not suitable for ${type} notification`);
    return this.#fill(template, to, asked);
  }

  #fill(template: FakeTemplate, to: string, asked: Readonly<Record<string, unknown>>): Told {
    const values = (asked['personalisation'] ?? {}) as Record<string, unknown>;
    const wanted = [...`${template.subject ?? ''} ${template.body}`.matchAll(/\(\((\w+)\)\)/g)].map(([, name]) => name ?? '');
    const missing = [...new Set(wanted.filter((name) => values[name] === undefined))];
    if (missing.length > 0) return badRequest(`Missing personalisation: ${missing.join(', ')}`);
    const filled = (text: string): string => text.replaceAll(/\(\((\w+)\)\)/g, (_whole, name: string) => String(values[name]));
    const message: Message = {
      id: randomUUID(),
      reference: typeof asked['reference'] === 'string' ? asked['reference'] : null,
      type: template.type,
      to,
      template,
      subject: template.subject === null ? null : filled(template.subject),
      body: filled(template.body),
      status: 'created',
      createdAt: new Date(),
    };
    this.messages.push(message);
    return { status: 201, body: taken(message) };
  }

  find(id: string): Message | undefined {
    const message = this.messages.find((one) => one.id === id);
    if (message) message.status = fate(message.to.replace(/\s/g, ''));
    return message;
  }

  under(reference: string): Message[] {
    return this.messages.filter((one) => one.reference === reference);
  }
}

const templateIn = ({ id }: FakeTemplate): object => ({ id, version: 1, uri: `/v2/template/${id}` });

const taken = (message: Message): object => ({
  id: message.id,
  reference: message.reference,
  content:
    message.type === 'email'
      ? { subject: message.subject, body: message.body, from_email: 'goldthread@notifications.example' }
      : { body: message.body, from_number: 'GOLDTHREAD' },
  uri: `/v2/notifications/${message.id}`,
  template: templateIn(message.template),
});

/** A message as its status is told. */
export const told = (message: Message): object => ({
  id: message.id,
  reference: message.reference,
  email_address: message.type === 'email' ? message.to : null,
  phone_number: message.type === 'sms' ? message.to : null,
  type: message.type,
  status: message.status,
  template: templateIn(message.template),
  subject: message.subject,
  body: message.body,
  created_at: message.createdAt.toISOString(),
  sent_at: message.status === 'created' ? null : message.createdAt.toISOString(),
  completed_at: message.status === 'created' ? null : message.createdAt.toISOString(),
});
