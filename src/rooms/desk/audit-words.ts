import { auditWords } from './audit-words.codes.ts';

/** The act in plain words. An act nobody has worded is named as the audit names it, rather than left out. */
export const inWords = (action: string): string => auditWords[action] ?? `Used Goldthread (${action})`;
