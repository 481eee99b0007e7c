/** What other rooms may use of casework. Types follow from the functions, for example `Parameters<typeof openReferral>[1]`.
 *  Goals by outcome are published as the view `published_goal_progress`. */
export { caseworkRoom } from './room.ts';
export { openReferral } from './referral/actions/open-referral.ts';
export { requestStrategyDiscussion } from './referral/actions/request-strategy-discussion.ts';
export { requestEarlyHelp } from './early-help/actions/request-early-help.ts';
export { sharing } from './sharing/sharing.ts';
export { openWorkFor } from './open-work.store.ts';
export { chronologyOf } from './chronology/chronology.store.ts';
export { addEvent } from './chronology/actions/add-event.ts';
export { stepUpOf } from './early-help/step-up.store.ts';
export { storyOf } from './early-help/story.store.ts';
export { workOf } from './today.store.ts';
export { goalsCiting } from './early-help/goals-citing.store.ts';
