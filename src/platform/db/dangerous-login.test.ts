import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseDangerousLogin } from './dangerous-login.ts';
import { openPool } from './pool.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

describe('the login the application may use', () => {
  let db: TestDatabase;
  let made = 0;
  const roles: string[] = [];
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(async () => {
    for (const role of roles.toReversed()) await db.superuser.query(`drop owned by ${role} cascade; drop role ${role}`);
    await db.drop();
  });

  /** A new login with the given rights; gives the refusal, or an empty text when it was accepted. */
  async function refusalOf(attributes: string, then: (role: string) => string = () => ''): Promise<string> {
    const role = `login_${db.name}_${(made += 1)}`;
    roles.push(role);
    await db.superuser.query(
      `create role ${role} login password 'x' ${attributes}; grant connect on database ${db.name} to ${role}; ${then(role)}`,
    );
    const pool = openPool(db.urls.application.replace(/\/\/[^@]*@/, `//${role}:x@`));
    const refusal = await refuseDangerousLogin(pool).then(
      () => '',
      (error: Error) => error.message,
    );
    await pool.end();
    return refusal;
  }

  it('is goldthread_app, or another with as few rights', async () => {
    await refuseDangerousLogin(db.app);
    expect(await refusalOf('')).toBe('');
  });

  it("may be a second login in the first one's place, under the same policies, while passwords are changed", async () => {
    expect(await refusalOf('inherit in role goldthread_app')).toBe('');
    const second = openPool(db.urls.application.replace(/\/\/[^@]*@/, `//${roles.at(-1)}:x@`));
    expect((await second.query('select name from platform_migration')).rows.length).toBeGreaterThan(0);
    await expect(second.query('delete from platform_migration')).rejects.toThrow('permission denied');
    await second.end();
  });

  it('is never a superuser, nor one who may pass row-level security or make roles', async () => {
    await expect(refuseDangerousLogin(db.superuser)).rejects.toThrow('superuser (postgres)');
    expect(await refusalOf('bypassrls')).toContain('BYPASSRLS');
    expect(await refusalOf('createrole')).toContain('CREATEROLE');
  });

  it('is never the migrator, nor a member of the owner', async () => {
    await expect(refuseDangerousLogin(db.owner)).rejects.toThrow('member of goldthread_owner');
    expect(await refusalOf('noinherit', (role) => `grant goldthread_owner to ${role}`)).toContain('member of goldthread_owner');
  });

  it('never owns a table, a schema or the database', async () => {
    expect(
      await refusalOf('', (role) => `create table public.of_${role} (id integer); alter table public.of_${role} owner to ${role}`),
    ).toContain('it owns tables');
    expect(await refusalOf('', (role) => `create schema s_${role} authorization ${role}`)).toContain('it owns the schema');
    expect(await refusalOf('', (role) => `alter database ${db.name} owner to ${role}`)).toContain('it owns the database');
    await db.superuser.query(`alter database ${db.name} owner to goldthread_owner`);
  });

  it('is no member of a role with such rights, by however many steps', async () => {
    const far = `far_${db.name}`;
    roles.push(far);
    await db.superuser.query(`create role ${far} bypassrls`);
    expect(await refusalOf('noinherit', (role) => `grant ${far} to ${role}`)).toContain('BYPASSRLS');
    expect(await refusalOf('', (role) => `grant pg_read_server_files to ${role}`)).toContain('pg_read_server_files');
  });
});
