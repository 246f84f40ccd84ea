// What an answer says, in plain words: what takes the place of a model's sentence that cannot be believed.

const SHARES = ['bounceRate', 'conversionRate', 'change', 'share', 'rates'];
const LONGEST_LIST = 5;

type Json = Record<string, unknown>;

/** A sentence for the answer, with numbers of the answer only. */
export function statement(answer: Json): string {
  const said = Object.entries(answer)
    .map(([name, value]) => describe(value, name))
    .filter(Boolean);
  return said.length > 0 ? `${said.join('; ')}.` : '';
}

function describe(value: unknown, name: string): string {
  if (typeof value === 'number') return `${wordsOf(name)} ${format(value, name)}`;
  if (Array.isArray(value)) return listed(value, name);
  if (typeof value !== 'object' || value === null) return '';
  const { start, end, ...rest } = value as Json;
  const period =
    typeof start === 'string' && typeof end === 'string' ? `from ${dateOf(start)} to ${dateOf(end)}: ` : '';
  const named = ['change', 'difference', 'previous', 'share'].includes(name) ? `${wordsOf(name)}: ` : '';
  const parts = Object.entries(rest).map(([key, item]) =>
    describe(item, SHARES.includes(name) && typeof item === 'number' ? `${name}.${key}` : key),
  );
  const text = parts.filter(Boolean).join(', ');
  return text ? `${named}${period}${text}` : '';
}

function listed(items: readonly unknown[], name: string): string {
  return items
    .slice(0, LONGEST_LIST)
    .map((item) => {
      if (typeof item === 'number') return `${wordsOf(name)} ${format(item, name)}`;
      const { share: _share, ...row } = item as Json;
      const { currency, amount } = row;
      if (typeof amount === 'string') return `${wordsOf(name)} ${amount} ${currency}`;
      const label = row.label ?? row.value ?? row.path ?? row.name ?? row.key ?? row.start;
      return `${typeof label === 'string' ? `${labelOf(label)}: ` : ''}${describe(row, name)}`;
    })
    .join('; ');
}

// Anyone on the internet chooses names; no more of them than tells them apart.
const LONGEST_NAME = 40;

function labelOf(name: string): string {
  if (INSTANT.test(name)) return dateOf(name);
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return `\`${short.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** The day, and the time of day unless it is midnight. */
const dateOf = (instant: string): string => instant.slice(0, 16).replace('T00:00', '').replace('T', ' ');

const wordsOf = (name: string): string =>
  (name.split('.').at(-1) ?? name).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function format(value: number, name: string): string {
  const isShare = name.split('.').some((part) => SHARES.includes(part));
  const digits = { maximumFractionDigits: 2 };
  return isShare ? `${(value * 100).toLocaleString('en', digits)} %` : value.toLocaleString('en', digits);
}
