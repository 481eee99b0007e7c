/** Tables of this room its sample writes, parents before children. */
export const sampleTables = [
  'early_help_episode', 'service_agreement', 'agreement_sharing', 'lead_professional', 'assessment', 'assessment_child', 'assessment_domain', 'assessment_need', 'taf_member', 'taf_meeting',
  'meeting_attendance', 'meeting_decision', 'plan', 'plan_goal', 'plan_goal_need', 'plan_action', 'review', 'goal_score', 'referral', 'strategy_request', 'episode_change', 'chronology_event', 'clock',
] as const;
