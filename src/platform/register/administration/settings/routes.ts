import { z } from 'zod';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found, invalid } from '../../../access/refusal.ts';
import { londonDate } from '../../../time/london.ts';
import { oneOf, optionalText, requiredText } from '../../../web/fields.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { dateFields } from '../date-fields.ts';
import { settingCalled, settingValue } from './setting.ts';
import { changeSetting, setHubHours } from './setting.store.ts';
import { hubHoursForm, settingForm, settingsPage, weekdays } from './setting-pages.tsx';

const path = '/administration/settings';
const value = z.object({ value: requiredText('Enter a number', 25) });
const time = (message: string) => optionalText(5).refine((text) => text === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), message);
const hours = z
  .object({
    weekday: oneOf(['1', '2', '3', '4', '5', '6', '7'], 'Select the day'),
    open: oneOf(['open', 'closed'], 'Select whether the hub is open'),
    opensAt: time('Enter the opening time like 09:00'),
    closesAt: time('Enter the closing time like 17:00'),
  })
  .and(dateFields('from', { label: 'The first day' }));

async function change(ctx: StaffCtx, given: z.output<typeof value>, asked: Asked) {
  const known = found(settingCalled(asked.params['key'] ?? ''));
  const read = settingValue(known, given.value);
  if ('problem' in read) throw invalid([{ field: 'value', message: read.problem }]);
  await changeSetting(ctx, known, read.value);
  Object.assign(ctx.note.detail, { key: known.key, value: read.value });
  return seeOther(path, `${known.label}: ${[read.value, known.unit].filter(Boolean).join(' ')}.`);
}

async function changeHours(ctx: StaffCtx, given: z.output<typeof hours>) {
  const problems = [];
  if (given.from! < londonDate(ctx.now))
    problems.push({ field: 'from', message: 'The first day must be today or in the future: what was counted stays counted' });
  if (given.open === 'open' && !given.opensAt) problems.push({ field: 'opensAt', message: 'Enter the opening time' });
  if (given.open === 'open' && !given.closesAt) problems.push({ field: 'closesAt', message: 'Enter the closing time' });
  if (given.opensAt && given.closesAt && given.closesAt <= given.opensAt)
    problems.push({ field: 'closesAt', message: 'The closing time must be after the opening time' });
  if (problems.length > 0) throw invalid(problems);
  await setHubHours(
    ctx,
    Number(given.weekday),
    given.from!,
    given.open === 'open' ? { opensAt: given.opensAt!, closesAt: given.closesAt! } : null,
  );
  Object.assign(ctx.note.detail, { weekday: Number(given.weekday), from: given.from });
  return seeOther(path, `The hours on ${weekdays[Number(given.weekday) - 1]} are saved.`);
}

export const settingRoutes: readonly Route[] = [
  page(path, 'admin.settings', 'administration.settings.view', settingsPage),
  page(`${path}/hub-hours`, 'admin.settings', 'administration.hub-hours.edit', (ctx) => hubHoursForm(ctx)),
  form(`${path}/hub-hours`, 'admin.settings', 'administration.hub-hours.change', hours, changeHours, (ctx, again) =>
    hubHoursForm(ctx, again),
  ),
  page(`${path}/:key`, 'admin.settings', 'administration.setting.edit', (ctx, asked) => settingForm(ctx, asked)),
  form(`${path}/:key`, 'admin.settings', 'administration.setting.change', value, change, (ctx, again, asked) =>
    settingForm(ctx, asked, again),
  ),
];
