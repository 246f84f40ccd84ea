/** Webhooks of a project, and thresholds of a webhook, at most. */
export const MOST = 20;

/** How messages are sent. */
export interface WebhookSettings {
  /** Whether they may go to addresses that the internet does not reach. */
  privateAddresses: boolean;
  /** Milliseconds from the first attempt to the second, from the second to the third, and so on. */
  pauses: readonly number[];
  /** Milliseconds that a receiver may take. */
  timeout: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Nine attempts in 23 hours. */
export const DEFAULT_SETTINGS: WebhookSettings = {
  privateAddresses: false,
  pauses: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  timeout: 10 * SECOND,
};
