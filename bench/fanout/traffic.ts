import http from 'node:http';

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
];
const PERIOD = 20;
const VISITORS = 5_000;

/** Events that are sent at a steady rate. */
export interface Traffic {
  /** When the nth event of each path was handed to the server, in milliseconds since 1970. */
  sent: number[][];
  /** When each goal was: event n is of goal n modulo their number. */
  goals: number[];
  /** How many events were stored. */
  accepted(): number;
  stop(): Promise<void>;
}

/** The nth event goes to one path after the other; one in fifty is a goal. */
export function startTraffic(port: number, writeKey: string, rate: number, paths: number): Traffic {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const sent: number[][] = Array.from({ length: paths }, () => []);
  const goals: number[] = [];
  const pending = new Set<Promise<void>>();
  let [n, accepted] = [0, 0];
  const started = performance.now();

  function post(count: number): Promise<void> {
    const now = performance.timeOrigin + performance.now();
    const events = Array.from({ length: count }, () => {
      const path = n % paths;
      sent[path]?.push(now);
      const visitor = Math.floor(((n * 0.618) % 1) * VISITORS);
      const event: Record<string, unknown> = {
        id: String(n),
        visitorId: `visitor-${visitor}`,
        url: `https://shop.example/q/${path}`,
        referrer: visitor % 5 ? 'https://www.google.com/' : null,
        context: { userAgent: AGENTS[visitor % 2] },
      };
      if (n++ % 50 === 7) {
        event.name = `goal-${goals.length % 10}`;
        event.properties = { number: goals.length };
        goals.push(now);
      }
      return event;
    });
    return send(JSON.stringify({ writeKey, events }));
  }

  function send(body: string): Promise<void> {
    return new Promise((resolve) => {
      const request = http.request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/events',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => {
            accepted += (JSON.parse(text) as { accepted?: number }).accepted ?? 0;
            resolve();
          });
        },
      );
      // A connection that was idle too long was closed just now: ids count once, so it is sent again.
      request.on('error', () => resolve(send(body)));
      request.end(body);
    });
  }

  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) * rate) / 1000) - n;
    if (due <= 0) return;
    const one = post(due).finally(() => pending.delete(one));
    pending.add(one);
  }, PERIOD);

  return {
    sent,
    goals,
    accepted: () => accepted,
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      agent.destroy();
    },
  };
}
