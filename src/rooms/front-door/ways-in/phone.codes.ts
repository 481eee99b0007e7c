/** What an officer asks on the telephone, in this order; each point is ticked as it is asked. */
export const phoneScript: readonly (readonly [key: string, words: string])[] = [
  ['danger', 'Is any child in danger right now? If so: hang up and call 999, or I call while you stay on the line.'],
  ['cut-off', 'What number can I call you back on if we are cut off? Is it safe to call it?'],
  ['who', 'Who are you worried about? Name, age or date of birth, where they live, their school.'],
  ['what', 'What have you seen or heard, and when? What did the child say, in their own words?'],
  ['now', 'Where is the child now, and who is with them?'],
  ['others', 'Who else is at home? Other children, a baby, anyone you are afraid of?'],
  ['known', 'Do the parents know you are calling? Would it put anyone at risk if they knew?'],
  ['you', 'May we use your name? How do you know the family? Would you like to hear what happened?'],
  ['next', 'What happens next: somebody decides within one working day. Call again, or 999, if it gets worse.'],
];
export const scriptKeys = phoneScript.map(([key]) => key);
