/** A setting of one authority: what it changes, what it may be, and what holds until somebody says otherwise. */
export interface KnownSetting {
  key: string;
  label: string;
  note: string;
  from: number;
  to: number;
  fallback: number;
  unit: string;
}

/** Every setting an administrator may change here. Whether a database is a demonstration is not one of them. */
export const knownSettings: readonly KnownSetting[] = [
  {
    key: 'break-glass-hours',
    label: 'Emergency access lasts',
    note: 'Hours a closed record stays open after someone broke the glass (domain 2.6: 8 unless configured)',
    from: 1,
    to: 72,
    fallback: 8,
    unit: 'hours',
  },
];

export const settingCalled = (key: string): KnownSetting | undefined => knownSettings.find((one) => one.key === key);
