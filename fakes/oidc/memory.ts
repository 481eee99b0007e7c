/** What the fake remembers between two requests: in memory, gone when it stops. */
interface Kept {
  payload: Record<string, unknown>;
  until: number;
}

const most = 5_000;

/** A store in the shape oidc-provider asks for: one adapter for each kind of thing, over one map. */
export function memoryStore() {
  const all = new Map<string, Kept>();
  const live = (key: string): Record<string, unknown> | undefined => {
    const kept = all.get(key);
    if (kept && kept.until > Date.now()) return kept.payload;
    all.delete(key);
    return undefined;
  };
  const findBy = (kind: string, field: string, value: string) => {
    for (const [key, kept] of all) if (key.startsWith(`${kind}:`) && kept.payload[field] === value) return live(key);
    return undefined;
  };
  const forget = () => {
    for (const key of all.keys()) {
      if (all.size <= most) return;
      all.delete(key);
    }
  };
  return (kind: string) => ({
    upsert: async (id: string, payload: Record<string, unknown>, seconds = 3_600) => {
      all.set(`${kind}:${id}`, { payload, until: Date.now() + seconds * 1_000 });
      forget();
    },
    find: async (id: string) => live(`${kind}:${id}`),
    findByUid: async (uid: string) => findBy(kind, 'uid', uid),
    findByUserCode: async (userCode: string) => findBy(kind, 'userCode', userCode),
    consume: async (id: string) => {
      const payload = live(`${kind}:${id}`);
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1_000);
    },
    destroy: async (id: string) => {
      all.delete(`${kind}:${id}`);
    },
    revokeByGrantId: async (grantId: string) => {
      for (const [key, kept] of all) if (kept.payload['grantId'] === grantId) all.delete(key);
    },
  });
}
