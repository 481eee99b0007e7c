export { startFakePds, type FakePds, type FakeApplication } from './service.ts';
export type { FakePatient } from './patients.ts';
export { inventedPatients } from './patients.sample.ts';
