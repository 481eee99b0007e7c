export { AlreadyRunning } from './keeper.ts'
export { knownPlace } from './place.ts'
export { embeddedPostgres, runningEmbedded, type Embedded, type EmbeddedChoice } from './supervisor.ts'
export type { Login, Urls } from './passwords.ts'
