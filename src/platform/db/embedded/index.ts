export { AlreadyRunning } from './keeper.ts';
export { knownPlace } from './place.ts';
export type { EmbeddedChoice } from './bring-up.ts';
export { embeddedPostgres, runningEmbedded, type Embedded } from './supervisor.ts';
export type { Login, Urls } from './passwords.ts';
