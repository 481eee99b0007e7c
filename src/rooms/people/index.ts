/** What other rooms may use of the people room. Types follow from the functions: `Parameters<typeof candidatesFor>[1]` is a
 *  submitted person, `Awaited<ReturnType<typeof identityOf>>` an identity. */
export { peopleRoom } from './room.ts';
export { candidatesFor } from './candidate.store.ts';
export { recordPerson } from './actions/record-person.ts';
export { decideMatch } from './actions/decide-match.ts';
export { RecogniseView } from './pages/recognise/page.tsx';
export { identityOf } from './identity.store.ts';
export { whoIsInvolved, openInvolvement, endInvolvement } from './involved/involvement.store.ts';
export { familyOf, familyWith, safeContact } from './family.store.ts';
