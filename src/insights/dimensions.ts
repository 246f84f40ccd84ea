/** The dimensions whose values are watched, with the field of EventFilter that tells the same. */
export const DIMENSIONS = {
  CHANNEL: { field: 'channel', words: (value: string) => `through the channel ${value}` },
  COUNTRY: { field: 'country', words: (value: string) => `from the country ${value}` },
  DEVICE: { field: 'device', words: (value: string) => `by ${value.toLowerCase()} devices` },
  ENTRY_PATH: { field: 'entryPath', words: (value: string) => `that begin on ${quoted(value)}` },
} as const;

export type WatchedDimension = keyof typeof DIMENSIONS;
export const WATCHED_DIMENSIONS = Object.keys(DIMENSIONS) as WatchedDimension[];

export const isWatchedDimension = (name: string): name is WatchedDimension => Object.hasOwn(DIMENSIONS, name);

/** A name that others chose, as code: it cannot be Markdown of its own. */
export const quoted = (name: string): string => `\`${name.replaceAll(/[`\n\r]/g, "'")}\``;
