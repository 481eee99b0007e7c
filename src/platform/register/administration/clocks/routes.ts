import { z } from 'zod';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found, invalid, refused } from '../../../access/refusal.ts';
import { announceBankHoliday } from '../../../time/announce-bank-holiday.ts';
import { londonDate } from '../../../time/london.ts';
import { fullDate } from '../../../time/plain-dates.ts';
import { requiredText, wholeNumber } from '../../../web/fields.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { dateFields } from '../date-fields.ts';
import { changeRule, clockRules, holidaysFrom } from './clock-rule.store.ts';
import { holidayPage, ruleForm, ruleList, ruleOn } from './clock-pages.tsx';

const path = '/administration/clocks';
const change = z
  .object({
    limit: wholeNumber(0, 1_000, 'Enter the limit as a whole number'),
    warn: wholeNumber(1, 100, 'Enter a number from 1 to 100'),
    source: requiredText('Enter who decided this', 500),
  })
  .and(dateFields('from', { label: 'The first day' }));
const holiday = z
  .object({ title: requiredText('Enter the name of the bank holiday', 100), source: requiredText('Enter where it was announced', 300) })
  .and(dateFields('day', { label: 'The day' }));

async function changeOne(ctx: StaffCtx, given: z.output<typeof change>, asked: Asked) {
  const today = londonDate(ctx.now);
  const rule = found(ruleOn(await clockRules(ctx), asked.params['key'] ?? '', today));
  if (given.from! <= today)
    throw invalid([{ field: 'from', message: 'The first day must be in the future: clocks of today have started' }]);
  if (rule.basis === 'statutory' && given.limit > rule.limit)
    throw refused(
      `The limit of ${rule.key} is set by law or statutory guidance (${rule.source}). It may be shortened here, not lengthened.`,
    );
  await changeRule(ctx, rule, { limit: given.limit, warnFraction: given.warn / 100, source: given.source, from: given.from! });
  Object.assign(ctx.note.detail, { key: rule.key, limit: given.limit, from: given.from });
  return seeOther(path, `${rule.key}: ${given.limit} from ${fullDate(given.from!)}.`);
}

async function announce(ctx: StaffCtx, given: z.output<typeof holiday>) {
  const day = given.day!;
  if (day < londonDate(ctx.now)) throw invalid([{ field: 'day', message: 'The day must be today or in the future' }]);
  if ((await holidaysFrom(ctx, day)).some((one) => one.day === day))
    throw invalid([{ field: 'day', message: 'That day is a bank holiday already' }]);
  const extended = await announceBankHoliday(ctx, { day, title: given.title, source: given.source });
  Object.assign(ctx.note.detail, { day, extended });
  return seeOther(`${path}/holidays`, `${given.title} was added. Clocks extended: ${extended}.`);
}

export const clockRoutes: readonly Route[] = [
  page(path, 'admin.settings', 'administration.clock-rules.view', ruleList),
  page(`${path}/holidays`, 'admin.settings', 'administration.bank-holidays.view', (ctx) => holidayPage(ctx)),
  form(`${path}/holidays`, 'admin.settings', 'administration.bank-holiday.add', holiday, announce, (ctx, again) => holidayPage(ctx, again)),
  page(`${path}/:key/change`, 'admin.settings', 'administration.clock-rule.edit', (ctx, asked) => ruleForm(ctx, asked)),
  form(`${path}/:key/change`, 'admin.settings', 'administration.clock-rule.change', change, changeOne, (ctx, again, asked) =>
    ruleForm(ctx, asked, again),
  ),
];
