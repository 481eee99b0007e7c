export { startFakeProvider, type FakeProvider } from './provider.ts';
export type { Persona } from './persona-page.tsx';
export type { FakeMachine } from './configuration.ts';
export { smallBrowser, type SmallBrowser } from './small-browser.ts';
export { signInAs, toPersonaPage } from './sign-in-as.ts';
