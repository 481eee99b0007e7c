/** What the demonstration needs of the review desk. */
export { loadReviewDesk, type ReviewSetting } from './sample/load-review-desk.ts';
