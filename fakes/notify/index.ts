export { startFakeNotify, type FakeNotify } from './service.ts';
export type { FakeTemplate, Message } from './inbox.ts';
