import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseCall } from './recognise-call';

const meet = 'https://meet.google.com/abc-defg-hij';
const teams = 'https://teams.microsoft.com/v2/';
const zoom = 'https://app.zoom.us/wc/81123456789/start';

describe('where a call runs', () => {
  it.each([
    [meet, 'meet'],
    ['https://meet.google.com/lookup/kitereview?authuser=1', 'meet'],
    ['https://meet.google.com/new', 'meet'],
    ['https://meet.google.com/landing', 'generic'],
    [zoom, 'zoom'],
    ['https://us02web.zoom.us/j/81123456789?pwd=abc', 'zoom'],
    ['https://kite.zoom.us/my/ljerka', 'zoom'],
    ['https://zoom.us/wc/join/81123456789', 'zoom'],
    ['https://agency.zoomgov.com/j/16012345678', 'zoom'],
    ['https://zoom.us/pricing', 'generic'],
    ['https://support.zoom.com/hc/en', 'generic'],
    ['https://notzoom.us/j/81123456789', 'generic'],
    [teams, 'teams'],
    ['https://teams.live.com/meet/9312345678901', 'teams'],
    ['https://teams.cloud.microsoft/l/meetup-join/19%3ameeting', 'teams'],
    ['https://kite.webex.com/meet/ljerka', 'webex'],
    ['https://web.webex.com/meeting/123', 'webex'],
    ['https://kite.webex.com/', 'generic'],
    ['https://meet.jit.si/KiteReview', 'jitsi'],
    ['https://8x8.vc/vpaas-magic-cookie-1/KiteReview', 'jitsi'],
    ['https://kite.8x8.vc/review', 'jitsi'],
    ['https://meet.jit.si/', 'generic'],
    ['https://whereby.com/kite-review', 'whereby'],
    ['https://kite.whereby.com/review', 'whereby'],
    ['https://whereby.com/information/about', 'generic'],
    ['https://conference.example.com/room', 'generic'],
    ['http://localhost:8787/practice', 'generic'],
    ['http://conference.example.com/room', 'none'],
    ['chrome://newtab/', 'none'],
    ['file:///home/me/notes.html', 'none'],
    ['about:blank', 'none'],
    ['', 'none'],
    ['no address', 'none'],
  ])('%s is %s', (url, kind) => {
    expect(recogniseCall({ url, title: 'A title' }).kind).toBe(kind);
  });

  it('is a self-hosted Jitsi by its title', () => {
    const call = recogniseCall({ url: 'https://video.kite.example/Review', title: 'Review | Jitsi Meet' });
    expect(call).toEqual({ kind: 'jitsi', host: 'video.kite.example', client: '', title: 'Review' });
  });

  it('is none without address and title', () => {
    expect(recogniseCall({})).toEqual({ kind: 'none', host: '', client: '', title: '' });
  });
});

describe('what the title of the tab says', () => {
  it.each([
    [meet, 'Meet - Backup review', 'Backup review', ''],
    [meet, 'Meet – Backup review', 'Backup review', ''],
    [meet, 'Meet – abc-defg-hij', '', ''],
    [meet, 'Google Meet', '', ''],
    [meet, '🔴 Meet - Kite x Northwind', 'Kite x Northwind', 'Kite'],
    [meet, '(2) Meet - Call with Harbour Hotels', 'Call with Harbour Hotels', 'Harbour Hotels'],
    [teams, '(3) Calendar | Microsoft Teams', '', ''],
    [teams, 'Backups: how they are tested | Microsoft Teams', 'Backups: how they are tested', ''],
    [teams, 'Meeting with Kite AG | Microsoft Teams', 'Meeting with Kite AG', 'Kite AG'],
    [teams, '(12) Chat | Kite <> Northwind | Microsoft Teams', 'Kite <> Northwind', 'Kite'],
    [teams, 'Meet now | Microsoft Teams (free)', '', ''],
    [teams, 'Microsoft Teams meeting | Microsoft Teams', '', ''],
    [zoom, 'Zoom Meeting', '', ''],
    [zoom, 'Zoom Meeting 811 2345 6789', '', ''],
    [zoom, 'Launch Meeting - Zoom', '', ''],
    [zoom, 'First call with Harbour Hotels - Zoom', 'First call with Harbour Hotels', 'Harbour Hotels'],
    [zoom, 'Harbour Hotels // Northwind - Zoom Workplace', 'Harbour Hotels // Northwind', 'Harbour Hotels'],
    [zoom, 'My Meeting', '', ''],
    ['https://kite.webex.com/meet/ljerka', 'Cisco Webex Meetings', '', ''],
    ['https://kite.webex.com/meet/ljerka', 'Storage check-in | Webex', 'Storage check-in', ''],
    ['https://web.webex.com/meeting/1', 'Storage workshop for Kite – Webex App', 'Storage workshop for Kite', 'Kite'],
    ['https://meet.jit.si/KiteReview', 'Kite Review | Jitsi Meet', 'Kite Review', ''],
    ['https://meet.jit.si/KiteReview', 'Jitsi Meet', '', ''],
    ['https://8x8.vc/kite/review', 'Review with Kite, part 2 | 8x8 Meet', 'Review with Kite, part 2', 'Kite'],
    ['https://whereby.com/kite-review', 'kite-review | Whereby', 'kite-review', ''],
    ['https://kite.whereby.com/review', 'Review | Kite | Whereby', 'Review – Kite', ''],
    ['https://conference.example.com/room', 'conference.example.com', '', ''],
    ['https://conference.example.com:8443/room', 'conference.example.com:8443', '', ''],
    ['https://conference.example.com/room', 'https://conference.example.com/room', '', ''],
    ['https://conference.example.com/room', 'Untitled', '', ''],
    [meet, 'Meet - Re: price', 'Re: price', ''],
    [meet, 'Meet - Weekly: backups', 'Weekly: backups', ''],
    [meet, 'Meet - 1c9d4f3e-1111-4222-8333-444455556666', '', ''],
    [meet, 'Meet - e-mail & follow-up', 'e-mail & follow-up', ''],
    [meet, '  Meet\t-\u200b Kite\u0007  review ', 'Kite review', ''],
    ['https://conference.example.com/room', '', '', ''],
  ])('%s: "%s" gives "%s", client "%s"', (url, given, title, client) => {
    expect(recogniseCall({ url, title: given })).toMatchObject({ title, client });
  });

  it('is cut to what a session takes', () => {
    const call = recogniseCall({ url: meet, title: `Call with ${'Kite '.repeat(500)}` });
    expect(call.title.length).toBeLessThanOrEqual(300);
    expect(call.client.length).toBeLessThanOrEqual(200);
  });
});

describe('whatever the strings are', () => {
  const word = fc.constantFrom('Meet', ' - ', ' | ', '(3)', 'abc-defg-hij', ' <> ', 'call with ', ': ', '🔴', 'Zoom');
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.oneof(word, fc.string())).map((parts) => parts.join('')),
  );

  it('never throws, and stays within the limits of a session', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.constant(meet)), title, (url, given) => {
        const call = recogniseCall({ url, title: given });
        expect(call.title.length).toBeLessThanOrEqual(300);
        expect(call.client.length).toBeLessThanOrEqual(200);
        expect(call.host.length).toBeLessThanOrEqual(253);
        expect(call.title).toBe(call.title.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('does with a title made to be hard to read', () => {
    for (const bit of [' ', '(', ' - ', '<', 'a ', '1 ', '-', 'call with ']) {
      expect(() => recogniseCall({ url: meet, title: bit.repeat(100_000) })).not.toThrow();
    }
  });
});
