/** Tables of this room its sample writes, parents before children; the last three belong to rooms below. */
export const sampleTables = [
  'contact',
  'contact_category',
  'contact_person',
  'contact_recognition',
  'contact_decision',
  'contact_handover',
  'hub_enquiry',
  'hub_rag',
  'information_request',
  'information_request_person',
  'agency_return',
  'return_line',
  'line_release',
  'contact_question',
  'contact_feedback',
  'contact_note',
  'clock',
  'chronology_event',
  'involvement',
] as const;

/** Those of this room that receive many rows. */
export const heavyTables = [
  'contact',
  'contact_category',
  'contact_person',
  'contact_recognition',
  'contact_decision',
  'contact_feedback',
] as const;
