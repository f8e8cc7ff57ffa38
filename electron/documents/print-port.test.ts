import { describe, expect, test } from 'vitest';
import { calls } from '../../shared/calls.ts';
import { openPrintPorts } from './print-port.ts';

const paper = { mediaType: 'application/pdf', paper: 'a4', bytes: Buffer.from('%PDF-1.7 one') } as const;
const other = { mediaType: 'image/png', paper: 'letter', bytes: Buffer.from('another') } as const;

/** The page's end, as the shell would hand it out. */
const page = () => {
  let listener: (event: { readonly data: unknown }) => void = () => undefined;
  const replies: unknown[] = [];
  let closed = false;
  return {
    port: {
      on: (_: 'message', heard: typeof listener) => {
        listener = heard;
      },
      postMessage: (message: unknown) => void replies.push(message),
      start: () => undefined,
      close: () => {
        closed = true;
      },
    },
    ask: (call: unknown, input: unknown = {}): unknown => {
      listener({ data: { id: 1, call, input } });
      return replies.at(-1);
    },
    replies,
    isClosed: () => closed,
  };
};

const ports = (mayPrint: () => boolean = () => true) => {
  const asked: string[] = [];
  const painted: [string, boolean][] = [];
  const opened = openPrintPorts({
    ask: (print) => void asked.push(print),
    painted: (print, whole) => void painted.push([print, whole]),
    mayPrint,
  });
  return { ...opened, asked, painted };
};

describe('the port of a page that prints', () => {
  test('gives its one document, and tells the shell when it is painted', async () => {
    const { print, serve, ended, asked, painted } = ports();
    const outcomes = Promise.all([print(paper), print(other)]);
    const [first = '', second = ''] = asked;
    const [one, two] = [page(), page()];
    serve(first, one.port);
    serve(second, two.port);
    expect(one.ask('print.paper')).toEqual({
      id: 1,
      reply: { ok: true, value: { mediaType: 'application/pdf', paper: 'a4', base64: paper.bytes.toString('base64') } },
    });
    expect(two.ask('print.paper')).toMatchObject({ reply: { value: { base64: other.bytes.toString('base64') } } });
    one.ask('print.ready', { pages: 2 });
    two.ask('print.failed');
    expect(painted).toEqual([
      [first, true],
      [second, false],
    ]);
    ended(first, 'printed');
    ended(second, 'failed');
    expect(await outcomes).toEqual(['printed', 'failed']);
    expect([one.isClosed(), two.isClosed()]).toEqual([true, true]);
  });

  test('answers no call of the practice, and nothing malformed', () => {
    const { print, serve, asked, painted } = ports();
    void print(paper);
    const one = page();
    serve(asked[0] ?? '', one.port);
    for (const name of [...Object.keys(calls), '__proto__', 'toString', '', null, 7])
      expect(one.ask(name, { id: 'x' })).toEqual({ id: 1, reply: { ok: false, error: { code: 'not-found', what: 'call' } } });
    for (const input of [null, 'x', { id: 'another' }])
      expect(one.ask('print.paper', input)).toMatchObject({ reply: { error: { code: 'invalid' } } });
    expect(one.ask('print.ready', { pages: 0 })).toMatchObject({ reply: { error: { code: 'invalid' } } });
    expect(painted).toEqual([]);
  });

  test('is one port for one printing: no second page, and nothing once it has ended', () => {
    const { print, serve, ended, asked } = ports();
    void print(paper);
    const [print1 = ''] = asked;
    const [one, second, stranger] = [page(), page(), page()];
    serve(print1, one.port);
    serve(print1, second.port);
    serve('made up', stranger.port);
    expect([second.isClosed(), stranger.isClosed()]).toEqual([true, true]);
    ended(print1, 'cancelled');
    expect(one.ask('print.paper')).toBeUndefined();
  });

  test('gives nothing while the practice is handed over or closed, and ends the printing', () => {
    let may = true;
    const { print, serve, asked, painted } = ports(() => may);
    void print(paper);
    const one = page();
    serve(asked[0] ?? '', one.port);
    may = false;
    expect(one.ask('print.paper')).toEqual({ id: 1, reply: { ok: false, error: { code: 'locked' } } });
    expect(painted).toEqual([[asked[0], false]]);
  });
});
