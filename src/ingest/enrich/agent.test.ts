import { describe, expect, it } from 'vitest';
import { parseAgent } from './agent.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID_VIEW =
  'Mozilla/5.0 (Linux; Android 14; SM-A546B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7339.207 Mobile Safari/537.36';
const CHROME_WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const SAFARI_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';

describe('parseAgent', () => {
  // From a web server's log of 2015.
  it.each([
    [
      'Chrome',
      'Windows',
      'Desktop',
      'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.107 Safari/537.36',
    ],
    [
      'Firefox',
      'Linux',
      'Desktop',
      'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:27.0) Gecko/20100101 Firefox/27.0',
    ],
    [
      'Safari',
      'macOS',
      'Desktop',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_1) AppleWebKit/537.73.11 (KHTML, like Gecko) Version/7.0.1 Safari/537.73.11',
    ],
    [
      'Internet Explorer',
      'Windows',
      'Desktop',
      'Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; WOW64; Trident/5.0)',
    ],
    [
      'Internet Explorer',
      'Windows Phone',
      'Mobile',
      'Mozilla/5.0 (compatible; MSIE 10.0; Windows Phone 8.0; Trident/6.0; IEMobile/10.0; ARM; Touch; NOKIA; Lumia 920)',
    ],
    ['Opera', 'Windows', 'Desktop', 'Opera/9.80 (Windows NT 6.2; Win64; x64) Presto/2.12.388 Version/12.16'],
    [
      'Chromium',
      'Linux',
      'Desktop',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Chromium/32.0.1700.102 Chrome/32.0.1700.102 Safari/537.36',
    ],
    [
      'Safari',
      'iOS',
      'Tablet',
      'Mozilla/5.0 (iPad; CPU OS 7_0_4 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11B554a Safari/9537.53',
    ],
    [
      'Chrome',
      'iOS',
      'Mobile',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 7_0_4 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) CriOS/32.0.1700.21 Mobile/11B554a Safari/9537.53',
    ],
    [
      'Chrome',
      'Android',
      'Mobile',
      'Mozilla/5.0 (Linux; Android 4.4.2; Nexus 5 Build/KOT49H) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Android Browser',
      'Android',
      'Tablet',
      'Mozilla/5.0 (Linux; U; Android 4.2.2; fa-ir; SM-T311 Build/JDQ39) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Safari/534.30',
    ],
    [
      'Chrome',
      'Chrome OS',
      'Desktop',
      'Mozilla/5.0 (X11; CrOS x86_64 4920.83.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.103 Safari/537.36',
    ],
    [
      'Chrome',
      'FreeBSD',
      'Desktop',
      'Mozilla/5.0 (X11; FreeBSD amd64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/30.0.1599.101 Safari/537.36',
    ],
  ])('2015: %s on %s, %s', (browser, os, device, userAgent) => {
    expect(parseAgent(userAgent, null)).toEqual({ browser, os, device, bot: false });
  });

  it.each([
    ['Chrome', 'Windows', 'Desktop', CHROME_WINDOWS],
    ['Microsoft Edge', 'Windows', 'Desktop', `${CHROME_WINDOWS} Edg/142.0.0.0`],
    ['Opera', 'Windows', 'Desktop', `${CHROME_WINDOWS} OPR/124.0.0.0`],
    ['Safari', 'macOS', 'Desktop', SAFARI_MAC],
    ['DuckDuckGo', 'macOS', 'Desktop', `${SAFARI_MAC} Ddg/18.6`],
    ['Firefox', 'Linux', 'Desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'],
    ['Safari', 'iOS', 'Mobile', `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`],
    ['Firefox', 'iOS', 'Mobile', `${IPHONE} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`],
    [
      'Microsoft Edge',
      'iOS',
      'Mobile',
      `${IPHONE} Version/18.0 EdgiOS/141.0.3537.85 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Chrome',
      'Android',
      'Mobile',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Chrome',
      'Android',
      'Tablet',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    ],
    [
      'Samsung Internet',
      'Android',
      'Mobile',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    ],
    [
      'MIUI Browser',
      'Android',
      'Mobile',
      'Mozilla/5.0 (Linux; U; Android 13; en-gb; 2201117TG Build/TKQ1) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.8.0-gn',
    ],
    [
      'Instagram',
      'iOS',
      'Mobile',
      `${IPHONE} Mobile/15E148 Instagram 398.0.0.27.97 (iPhone15,2; iOS 18_6; en_US; en; scale=3.00; 1179x2556; IABMV/1; 790120411)`,
    ],
    [
      'Instagram',
      'Android',
      'Mobile',
      `${ANDROID_VIEW} Instagram 399.0.0.45.85 Android (34/14; 450dpi; 1080x2115; samsung; SM-A546B; a54x; s5e8835; en_GB; 797280160; IABMV/1)`,
    ],
    [
      'Facebook',
      'iOS',
      'Mobile',
      `${IPHONE} Mobile/22G100 [FBAN/FBIOS;FBAV/531.0.0.50.103;FBBV/787546402;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/18.6]`,
    ],
    ['Facebook', 'Android', 'Mobile', `${ANDROID_VIEW} [FB_IAB/FB4A;FBAV/531.0.0.52.76;]`],
    ['Messenger', 'Android', 'Mobile', `${ANDROID_VIEW} [FB_IAB/Orca-Android;FBAV/510.0.0.40.109;]`],
    [
      'TikTok',
      'iOS',
      'Mobile',
      `${IPHONE} Mobile/15E148 musical_ly_41.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/US BytedanceWebview/d8a21c6`,
    ],
    ['LinkedIn', 'iOS', 'Mobile', `${IPHONE} Mobile/22G86 [LinkedInApp]/9.31.1`],
    [
      'WeChat',
      'iOS',
      'Mobile',
      `${IPHONE} Mobile/15E148 MicroMessenger/8.0.62(0x18003e2f) NetType/WIFI Language/zh_CN`,
    ],
    [
      'Safari',
      'PlayStation',
      'Console',
      'Mozilla/5.0 (PlayStation; PlayStation 5/9.60) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
    ],
    [
      'Microsoft Edge',
      'Xbox',
      'Console',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    ],
    [
      'Tizen',
      'Tizen',
      'TV',
      'Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36',
    ],
    [
      'webOS Browser',
      'webOS',
      'TV',
      'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36 WebAppManager',
    ],
    [
      'Amazon Silk',
      'Android',
      'TV',
      'Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7633) AppleWebKit/537.36 (KHTML, like Gecko) Silk/108.4.6 like Chrome/108.0.5359.160 Safari/537.36',
    ],
    [
      'Chrome',
      'Android',
      'Mobile',
      'Mozilla/5.0 (Linux; Android 11; CUBOT_X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    ],
  ])('2025: %s on %s, %s', (browser, os, device, userAgent) => {
    expect(parseAgent(userAgent, null)).toEqual({ browser, os, device, bot: false });
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.7390.122 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0; +https://openai.com/bot)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'UniversalFeedParser/4.2-pre-314-svn +http://feedparser.org/',
    'curl/8.5.0',
  ])('is a bot: %s', (userAgent) => {
    expect(parseAgent(userAgent, null).bot).toBe(true);
  });

  it('knows nothing of an absent user agent', () => {
    const unknown = { device: null, browser: null, os: null, bot: false };
    expect([parseAgent(null, 1920), parseAgent(' ', null)]).toEqual([unknown, unknown]);
  });

  it('gives no name to a client it does not know', () => {
    const app = 'ExampleShop/3 CFNetwork/1494.0.7 Darwin/23.4.0';
    expect(parseAgent(app, null)).toEqual({ device: null, browser: null, os: null, bot: false });
  });

  it('tells an iPad that poses as a Mac by its narrow screen', () => {
    const ipad = { browser: 'Safari', device: 'Tablet', os: 'iOS' };
    const mac = { browser: 'Safari', device: 'Desktop', os: 'macOS' };
    expect(parseAgent(SAFARI_MAC, 820)).toMatchObject(ipad);
    expect(parseAgent(SAFARI_MAC, 1032)).toMatchObject(ipad);
    expect(parseAgent(SAFARI_MAC, 1280)).toMatchObject(mac);
    expect(parseAgent(SAFARI_MAC, null)).toMatchObject(mac);
    const chromeMac = SAFARI_MAC.replace('Version/26.0', 'Chrome/142.0.0.0');
    expect(parseAgent(chromeMac, 820)).toMatchObject({ browser: 'Chrome', device: 'Desktop', os: 'macOS' });
  });

  it('finds Brave by its client hint', () => {
    const hint = '"Chromium";v="142", "Brave";v="142", "Not_A Brand";v="99"';
    expect(parseAgent(CHROME_WINDOWS, null, hint).browser).toBe('Brave');
    expect(parseAgent(CHROME_WINDOWS, null, '"Google Chrome";v="142"').browser).toBe('Chrome');
    expect(parseAgent(CHROME_WINDOWS, null).browser).toBe('Chrome');
  });

  it('reads no more than the first 1000 characters', () => {
    expect(parseAgent(`${CHROME_WINDOWS} ${'x'.repeat(1_000_000)} Edg/142.0`, null).browser).toBe('Chrome');
  });
});
