import { ATTACKS } from './attacks.ts';
import type { Tenant } from './tenants.ts';

// Attacks from a process of its own until its standard input ends: `attacker.ts NAME TENANT`.

const [name = '', tenant = ''] = process.argv.slice(2);
const attack = ATTACKS[name];
if (!attack) throw new Error(`there is no attack ${name}`);
const stop = new AbortController();
process.stdin.on('end', () => stop.abort()).resume();
void attack(JSON.parse(tenant) as Tenant, stop.signal).catch(() => undefined);
console.log('attacking');
stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(0), 500));
