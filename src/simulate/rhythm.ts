import { normal, randomOf } from './random.ts';
import type { Site } from './site.ts';

const HOUR = 3_600_000;
// No two Mondays are alike: deviations of the logarithm from day to day and from hour to hour.
const DAY_NOISE = 0.06;
const HOUR_NOISE = 0.05;

/** How busy an instant (in milliseconds) is; 1 is the mean of all times. */
export type Rhythm = (at: number) => number;

/** The rhythm of a site's days and weeks in a time zone, with the weather that the seed brings. */
export function rhythmOf(site: Site, seed: number, timeZone: string): Rhythm {
  const local = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const weather = `${site.name}/${seed}`;
  const meanHour = mean(site.hours);
  const meanDay = mean(site.days);
  const known = new Map<number, { here: number; next: number; noise: number }>();

  function levels(hour: number) {
    const [date = '', time = ''] = local.format(hour * HOUR).split(', ');
    const ofDay = Number(time);
    const weekday = (new Date(date).getUTCDay() + 6) % 7;
    const level = (weight: number) => (weight / meanHour) * ((site.days[weekday] ?? meanDay) / meanDay);
    return {
      here: level(site.hours[ofDay] ?? meanHour),
      next: level(site.hours[(ofDay + 1) % 24] ?? meanHour),
      noise: noise(DAY_NOISE, `${weather}/day/${date}`) * noise(HOUR_NOISE, `${weather}/hour/${hour}`),
    };
  }

  return (at) => {
    const hour = Math.floor(at / HOUR);
    const level = known.get(hour) ?? levels(hour);
    known.set(hour, level);
    const part = at / HOUR - hour;
    return (level.here * (1 - part) + level.next * part) * level.noise;
  };
}

/** A factor whose mean is 1. */
const noise = (deviation: number, name: string): number =>
  Math.exp(deviation * normal(randomOf(name)) - deviation ** 2 / 2);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
