import { z } from 'zod';
import { builder } from '../builder.ts';
import { EventTypeRef } from '../ingest/schema.ts';
import type { Comparison } from './comparison.ts';
import type { EventFilter, PropertyFilter, StringFilter } from './filter.ts';
import type { RangeInput, RangePreset } from './range.ts';

// What questions are asked with: shared by statistics, events and subscriptions.

const RangePresetRef = builder.enumType('RangePreset', {
  description:
    'Ranges by name: whole days of the time zone, ending with today unless the name says otherwise.',
  values: {
    TODAY: { description: 'Today.' },
    YESTERDAY: { description: 'The day before today.' },
    LAST_7_DAYS: { description: 'Today and the 6 days before it.' },
    LAST_30_DAYS: { description: 'Today and the 29 days before it.' },
    LAST_90_DAYS: { description: 'Today and the 89 days before it.' },
    THIS_WEEK: { description: 'From Monday of this week to today.' },
    LAST_WEEK: { description: 'The week before this one, from Monday to Sunday.' },
    THIS_MONTH: { description: 'From the first day of this month to today.' },
    LAST_MONTH: { description: 'The calendar month before this one.' },
    THIS_QUARTER: { description: 'From the first day of this quarter of the year to today.' },
    LAST_QUARTER: { description: 'The quarter of the year before this one.' },
    THIS_YEAR: { description: 'From 1 January of this year to today.' },
    LAST_YEAR: { description: 'The calendar year before this one.' },
    LAST_12_MONTHS: { description: 'This month to today, and the 11 calendar months before it.' },
    ALL_TIME: { description: "From the day of the project's first event to today." },
  } satisfies Record<RangePreset, { description: string }>,
});

const BetweenInput = builder.inputType('BetweenInput', {
  description: 'A half-open range: start <= t < end.',
  fields: (t) => ({
    start: t.field({ type: 'DateTime', required: true, description: 'The first instant in it.' }),
    end: t.field({ type: 'DateTime', required: true, description: 'The first instant after it.' }),
  }),
});

const DaysInput = builder.inputType('DaysInput', {
  description: 'Whole calendar days of the time zone.',
  fields: (t) => ({
    from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    to: t.field({ type: 'Date', required: true, description: 'The last day, included.' }),
  }),
});

export const RangeInputRef = builder.inputRef<RangeInput>('RangeInput').implement({
  description:
    'A range of time, in one of four ways. It begins in the year 1 or later, or is BAD_USER_INPUT.',
  isOneOf: true,
  fields: (t) => ({
    preset: t.field({ type: RangePresetRef, description: 'By name.' }),
    last: t.field({ type: 'Duration', description: 'Ends now: P7D, PT24H.' }),
    between: t.field({ type: BetweenInput, description: 'Half-open: start <= t < end.' }),
    days: t.field({ type: DaysInput, description: 'By calendar dates of the time zone, both included.' }),
  }),
});

export const ComparisonRef = builder.enumType('Comparison', {
  description: 'The period to compare with.',
  values: {
    PREVIOUS_PERIOD: {
      description:
        'As many days before the range, or as long; as many months or years where the name of the range says so. What has not passed yet of TODAY, THIS_WEEK, THIS_MONTH, THIS_QUARTER and THIS_YEAR is left out of the other one too.',
    },
    YEAR_OVER_YEAR: {
      description:
        'The same dates and times of day a year earlier, 28 February for 29 February; whole months are compared with whole months. What has not passed yet of TODAY, THIS_WEEK, THIS_MONTH, THIS_QUARTER and THIS_YEAR is left out of the other one too.',
    },
  } satisfies Record<Comparison, { description: string }>,
});

const StringFilterRef = builder.inputRef<StringFilter>('StringFilter').implement({
  description:
    'Tests of a text, all of which must hold; letters count as typed. What is absent equals nothing: it is `ne` and `notIn` of everything.',
  fields: (t) => ({
    eq: t.string({ description: 'Is this.' }),
    ne: t.string({ description: 'Is not this, or is absent.' }),
    in: t.stringList({ description: 'Is one of these; at most 1,000.' }),
    notIn: t.stringList({ description: 'Is none of these, or is absent; at most 1,000.' }),
    contains: t.string({ description: 'Has this in it.' }),
    startsWith: t.string({ description: 'Begins with this.' }),
    endsWith: t.string({ description: 'Ends with this.' }),
    isNull: t.boolean({ description: 'Is absent (true) or present (false).' }),
  }),
});

const EventTypeFilterRef = builder.inputType('EventTypeFilter', {
  description: 'Tests of the type of an event, all of which must hold.',
  fields: (t) => ({
    eq: t.field({ type: EventTypeRef, description: 'Is this.' }),
    in: t.field({ type: [EventTypeRef], description: 'Is one of these.' }),
  }),
});

const PropertyFilterRef = builder.inputRef<PropertyFilter>('PropertyFilter').implement({
  description:
    "Tests of one property of an event, all of which must hold. `gt` and the like hold for JSON numbers only; the others test a property's text.",
  fields: (t) => ({
    key: t.string({
      required: true,
      validate: z.string().min(1, 'A property has a name.').max(500),
      description: 'A property name of the event.',
    }),
    eq: t.string({ description: 'Its text is this; `3`, `true` for numbers and booleans.' }),
    ne: t.string({ description: 'Its text is not this, or it is absent.' }),
    in: t.stringList({ description: 'Its text is one of these; at most 1,000.' }),
    contains: t.string({ description: 'Its text has this in it.' }),
    gt: t.float({ description: 'Is a number greater than this.' }),
    gte: t.float({ description: 'Is a number greater than or equal to this.' }),
    lt: t.float({ description: 'Is a number less than this.' }),
    lte: t.float({ description: 'Is a number less than or equal to this.' }),
    isNull: t.boolean({ description: 'Is absent or JSON null (true), or present (false).' }),
  }),
});

export const EventFilterRef = builder.inputRef<EventFilter>('EventFilter');
EventFilterRef.implement({
  description:
    'A predicate over an event together with its visit. Fields given side by side must all hold. At most 100 conditions.',
  fields: (t) => {
    const text = (description: string) => t.field({ type: StringFilterRef, description });
    return {
      type: t.field({ type: EventTypeFilterRef, description: 'The type of the event.' }),
      name: text('The name of the event; `pageview` for pageviews.'),
      path: text("The path of the event's URL."),
      hostname: text("The host name of the event's URL."),
      entryPath: text('The path of the first pageview of the visit.'),
      exitPath: text('The path of the last pageview of the visit.'),
      referrer: text('The host that the visit came from, without `www.`; absent for direct visits.'),
      source: text('Where the visit came from: utm_source, else `source`, else `ref`, else the referrer.'),
      channel: text("The visit's channel, by the rules of GA4's default channel group."),
      utmSource: text('utm_source of the first event of the visit.'),
      utmMedium: text('utm_medium of the first event of the visit.'),
      utmCampaign: text('utm_campaign of the first event of the visit.'),
      utmTerm: text('utm_term of the first event of the visit.'),
      utmContent: text('utm_content of the first event of the visit.'),
      country: text('ISO 3166-1 code of the country where the visit began, such as DE.'),
      region: text('The region where the visit began, such as DE-BY.'),
      city: text('The city where the visit began.'),
      device: text('Desktop, Mobile, Tablet, TV or Console.'),
      browser: text("The browser's name, such as Firefox."),
      os: text("The operating system's name, such as Android."),
      language: text("The visitor's first language, such as de-CH."),
      visitorId: text('The visitor id of the event, sent or derived.'),
      userId: text('The user id that was sent with the event.'),
      sessionId: text('The session id of the event, sent or derived.'),
      properties: t.field({
        type: [PropertyFilterRef],
        description: "Tests of the event's properties, all of which must hold.",
      }),
      and: t.field({ type: [EventFilterRef], description: 'All of these.' }),
      or: t.field({ type: [EventFilterRef], description: 'Any of these; none when the list is empty.' }),
      not: t.field({ type: EventFilterRef, description: 'The opposite of this.' }),
    };
  },
});
