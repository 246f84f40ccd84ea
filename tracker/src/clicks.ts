import type { Properties } from './api.ts';

const EVENT = 'data-pulsegraph-event';
const PROPERTY = 'data-pulsegraph-prop-';
const MIDDLE_BUTTON = 1;
// As the server cuts the URLs of pages; an event has room for 16 KiB of properties.
const MAX_URL = 2048;
const FILE =
  /\.(7z|apk|avi|csv|deb|dmg|docx?|epub|exe|gz|iso|key|midi?|mov|mp[34]|mpe?g|msi|pdf|pkg|pp[st]x?|rar|rpm|rtf|tgz|txt|wav|wm[av]|xlsx?|zip)$/i;

/** Calls `track` for clicks on tagged elements, outbound links and downloads, and for submits of tagged forms. */
export function watchClicks(track: (name: string, properties: Properties) => void): void {
  const onAction = (event: Event) => {
    if (event.type === 'auxclick' && (event as MouseEvent).button !== MIDDLE_BUTTON) return;

    const isSubmit = event.type === 'submit';
    const tagged = nearest(event, `[${EVENT}]`);
    const link = nearest(event, 'a[href]') as HTMLAnchorElement | undefined;
    const url = link && /^http/.test(link.href) && link.href.slice(0, MAX_URL);

    // A tagged form is counted when it is submitted, any other tagged element when it is clicked.
    if (tagged && tagged.matches('form') === isSubmit) {
      const properties: Properties = url ? { url } : {};
      for (const { name, value } of tagged.attributes) {
        if (name.startsWith(PROPERTY)) properties[name.slice(PROPERTY.length)] = value;
      }
      track(tagged.getAttribute(EVENT) || '', properties);
    } else if (url && !isSubmit) {
      if (FILE.test(link.pathname)) {
        // Without the query, which for signed addresses differs at every download.
        track('File Download', { url: link.origin + link.pathname });
      } else if (link.host !== location.host) {
        track('Outbound Link', { url });
      }
    }
  };
  // Capturing, so that a handler of the page that stops the event does not hide it.
  for (const type of ['click', 'auxclick', 'submit']) addEventListener(type, onAction, true);
}

/** The innermost element on the event's way that matches; unlike `closest` it looks into open shadow roots. */
function nearest(event: Event, selector: string): Element | undefined {
  return event
    .composedPath()
    .find((node): node is Element => node instanceof Element && node.matches(selector));
}
