import { detect } from '../../src/insights/detect/detect.ts';
import { remembered } from '../../src/insights/detect/remembered.ts';
import { continues, type Finding, joined } from '../../src/insights/detect/story.ts';
import type { Board } from './watch.ts';

/** Something that the owner was told, and what became of it since. */
export interface Told {
  finding: Finding;
  /** When it was told, in hours since the series begin. */
  hour: number;
}

/** Looks at the board as the scheduled jobs do: at the end of every hour, and once a day at the days that are over. */
export function play(board: Board, from: number, to: number, isDaily: (hour: number) => boolean): Told[] {
  const told: Told[] = [];
  const learned = remembered();
  for (let hour = from; hour <= to; hour++) {
    const findings = [
      ...detect(board.hours(hour), learned),
      ...(isDaily(hour) ? detect(board.days(hour), learned) : []),
    ];
    for (const finding of findings) {
      const former = told.findLast((one) => continues(one.finding, finding));
      if (former) former.finding = joined(former.finding, finding);
      else told.push({ finding, hour });
    }
  }
  return told;
}
