import { describe, expect } from 'vitest';
import { summaries, test } from './test-browser.ts';

const STOPPED = 'onclick="event.preventDefault(); event.stopPropagation()"';

describe('tagged elements', () => {
  test('a click inside one sends its event and properties, whatever the page does with the click', async ({
    site,
    page,
  }) => {
    site.page('/a', {
      body: `<button data-pulsegraph-event="Sign Up" data-pulsegraph-prop-plan="pro"
        data-pulsegraph-prop-button-color="red" ${STOPPED}><b>go</b></button>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.click('b');
    const [, event] = await site.events(2);
    expect(event).toMatchObject({ name: 'Sign Up', type: 'CUSTOM', url: `${site.origin}/a` });
    expect(event?.properties).toEqual({ plan: 'pro', 'button-color': 'red' });
  });

  test('a tagged link is one event, with the address that it leads to', async ({ site, page }) => {
    site.page('/a', {
      body: `<div data-pulsegraph-event="Card"><a href="${site.collector}/x?y=1" ${STOPPED}>go</a></div>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.click('a');
    await page.evaluate("pulsegraph('Marker')");
    const events = await site.events(3);
    expect(summaries(events)).toEqual(['/a', 'Card', 'Marker']);
    expect(events[1]?.properties).toEqual({ url: `${site.collector}/x?y=1` });
  });

  test('a tagged form counts its submits, not the clicks inside it', async ({ site, page }) => {
    site.page('/a', {
      body: `<form action="/b" data-pulsegraph-event="Newsletter" data-pulsegraph-prop-place="footer">
        <input name="mail" required><button>ok</button></form>`,
    });
    site.page('/b', {});
    await page.goto(`${site.origin}/a`);
    await page.click('button');
    await page.fill('input', 'ada@example.test');
    await page.press('input', 'Enter');
    const events = await site.events(3);
    expect(summaries(events)).toEqual(['/a', 'Newsletter', '/b?mail=ada%40example.test']);
    expect(events[1]?.properties).toEqual({ place: 'footer' });
  });

  test('elements inside an open shadow root count too', async ({ site, page }) => {
    site.page('/a', {
      body: `<x-card></x-card><script>document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML =
        '<button data-pulsegraph-event="Shadow">go</button>'</script>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.click('button');
    expect(summaries(await site.events(2))).toEqual(['/a', 'Shadow']);
  });
});

describe('links', () => {
  test('an outbound link is counted although the page is left', async ({ site, page }) => {
    site.page('/a', { body: `<a href="${site.collector}/out?x=1#y"><i>out</i></a>` });
    await page.goto(`${site.origin}/a`);
    await page.click('i');
    const [, event] = await site.events(2);
    expect(event).toMatchObject({
      name: 'Outbound Link',
      properties: { url: `${site.collector}/out?x=1#y` },
    });
  });

  test.for([
    { how: 'a middle click', options: { button: 'middle' } as const },
    { how: 'a click with Ctrl', options: { modifiers: ['Control' as const] } },
  ])('$how counts too', async ({ options }, { site, page }) => {
    site.page('/a', { body: `<a href="${site.collector}/out">out</a>` });
    await page.goto(`${site.origin}/a`);
    await page.click('a', options);
    await page.evaluate("pulsegraph('Marker')");
    expect(summaries(await site.events(3))).toEqual(['/a', 'Outbound Link', 'Marker']);
  });

  test('an address that is longer than properties may be is cut', async ({ site, page }) => {
    const path = `/${'x'.repeat(20_000)}`;
    site.page('/a', {
      body: `<a id="out" href="${site.collector}${path}">out</a>
        <a id="tagged" data-pulsegraph-event="Tagged" href="${path}">in</a>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.evaluate("addEventListener('click', (event) => event.preventDefault())");
    await page.click('#out');
    await page.click('#tagged');
    const [, out, tagged] = await site.events(3);
    expect(out?.properties).toEqual({ url: `${site.collector}${path}`.slice(0, 2048) });
    expect(tagged?.properties).toEqual({ url: `${site.origin}${path}`.slice(0, 2048) });
  });

  test('a download is counted by its extension, on any host, without the query', async ({ site, page }) => {
    site.page('/a', {
      body: `<a id="own" href="/files/Report.PDF?token=1#p2" ${STOPPED}>own</a>
        <a id="cdn" href="${site.collector}/setup.tar.gz" ${STOPPED}>cdn</a>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.click('#own');
    await page.click('#cdn');
    const [, own, cdn] = await site.events(3);
    expect(own).toMatchObject({
      name: 'File Download',
      properties: { url: `${site.origin}/files/Report.PDF` },
    });
    expect(cdn).toMatchObject({
      name: 'File Download',
      properties: { url: `${site.collector}/setup.tar.gz` },
    });
  });

  test('links within the site, other schemes and right clicks are not counted', async ({ site, page }) => {
    site.page('/a', {
      body: `<a id="own" href="/b?file=x.pdf" ${STOPPED}>own</a>
        <a id="mail" href="mailto:ada@example.test" ${STOPPED}>mail</a>
        <a id="app" href="slack://open" ${STOPPED}>app</a>
        <a id="out" href="${site.collector}/out">out</a>`,
    });
    await page.goto(`${site.origin}/a`);
    for (const id of ['#own', '#mail', '#app']) await page.click(id);
    await page.click('#out', { button: 'right' });
    await page.evaluate("pulsegraph('Marker')");
    expect(summaries(await site.events(2))).toEqual(['/a', 'Marker']);
  });
});
