import pg from 'pg';

// node-postgres writes a date in the zone of the process, with an offset of whole minutes: before 1900 that is another instant.
pg.defaults.parseInputDatesAsUTC = true;

// What results depend on, and what a database or a role may have set otherwise.
const SETTINGS = `
  set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1; set standard_conforming_strings = on; set default_transaction_isolation = 'read committed'`;

/**
 * A pool's `verify`: gives each new connection the settings that all of them have, and these. Not in the connection's
 * options, which poolers between refuse.
 *
 * @param seconds after which Postgres gives a statement up
 * @param more further settings, as SQL
 */
export function settingUp(seconds: number, more = ''): NonNullable<pg.PoolConfig['verify']> {
  const settings = `${SETTINGS}; set statement_timeout = '${Math.round(seconds * 1000)}ms'; ${more}`;
  return (client, done) => {
    client.query(settings).then(() => done(), done);
  };
}
