// Dates and times of day that stand in a text.

type Take = (at: number, written: string, supported: readonly [] | null) => string;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?:\\.(?= ))?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const TO = '(?: ?(?:-|–|to|and|until|through) ?(?<to>\\d{1,2})(?:st|nd|rd|th)?)?';
const YEAR = '(?:,? (?<year>\\d{4}))?';
const EDGE = '(?<![\\p{L}\\d_])';

const PATTERNS = [
  new RegExp(
    `${EDGE}(?<year>\\d{4})-(?<number>\\d\\d)-(?<day>\\d\\d)(?:[T ](?<time>\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?(?!\\d)`,
    'gu',
  ),
  new RegExp(`${EDGE}(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.(?<year>\\d{4})(?!\\d)`, 'gu'),
  new RegExp(`${EDGE}${DAY}${TO} (?:of )?${MONTH}${YEAR}(?![\\p{L}\\d])`, 'giu'),
  new RegExp(`${EDGE}${MONTH} ${DAY}${TO}${YEAR}(?![\\p{L}\\d:,]\\d|\\d)`, 'giu'),
  new RegExp(`${EDGE}${MONTH} (?<year>\\d{4})(?![\\p{L}\\d])`, 'giu'),
  /(?<=\b(?:in|during|year|since|until|of) )(?<year>(?:19|20)\d\d)(?![\d.,]*\d)/giu,
  new RegExp(`${EDGE}(?<time>\\d{1,2}:\\d\\d)(?::\\d\\d)?(?: ?(?<half>am|pm)\\b)?`, 'giu'),
  new RegExp(`${EDGE}(?<hour>\\d{1,2}) ?(?<half>am|pm)\\b`, 'giu'),
];

type Groups = Record<string, string | undefined>;

/** Judges each date and time by the moments of the facts, and blanks it. */
export function checkDates(text: string, moments: ReadonlySet<string>, take: Take): string {
  let rest = text;
  for (const pattern of PATTERNS) {
    rest = rest.replace(pattern, (written: string, ...args) => {
      const groups = args.at(-1) as Groups;
      const at = args.findLast((arg) => typeof arg === 'number') as number;
      return take(at, written, isSupported(groups, moments) ? [] : null);
    });
  }
  return rest;
}

function isSupported(groups: Groups, moments: ReadonlySet<string>): boolean {
  const days = [groups.day, groups.to].filter((day) => day !== undefined);
  const wanted = days.length > 0 ? days : [undefined];
  return wanted.every((day) => [...moments].some((moment) => fits(moment, { ...groups, day })));
}

function fits(moment: string, { year, month, number, day, time, hour, half }: Groups): boolean {
  const [date = '', clock = ''] = moment.split('T');
  const [momentYear, momentMonth, momentDay] = date.split('-').map(Number);
  const wantedMonth = month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : number;
  if (year !== undefined && Number(year) !== momentYear) return false;
  if (wantedMonth !== undefined && Number(wantedMonth) !== momentMonth) return false;
  if (day !== undefined && Number(day) !== momentDay) return false;
  const said = time ?? (hour === undefined ? undefined : `${hour}:00`);
  return said === undefined || clockOf(said, half) === clock;
}

function clockOf(time: string, half: string | undefined): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const late = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hour = half === undefined ? hours : (hours % 12) + late;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
