import { describe, expect, it } from 'vitest';
import { readLaunchFlags } from './launch-flags.ts';

const at = { userData: '/home/hana/.config/Stillpoint', cwd: '/tmp', isPackaged: false };

describe('readLaunchFlags', () => {
  it('keeps the practice in userData when nothing is said', () => {
    expect(readLaunchFlags(['stillpoint'], at)).toEqual({
      userData: '/home/hana/.config/Stillpoint',
      vault: ['--data=/home/hana/.config/Stillpoint/practice'],
    });
  });

  it('gives a practice elsewhere its own userData, hence its own single-instance lock', () => {
    expect(readLaunchFlags(['stillpoint', '--data=trial'], at)).toEqual({
      userData: '/tmp/trial/shell',
      vault: ['--data=/tmp/trial'],
    });
  });

  it('keeps the demo apart from the practice', () => {
    expect(readLaunchFlags(['stillpoint', '--demo'], at)).toEqual({
      userData: '/home/hana/.config/Stillpoint Demo',
      vault: ['--data=/home/hana/.config/Stillpoint Demo/practice', '--demo'],
    });
  });

  it('passes on clock, zone, idle time and host, and nothing it does not know', () => {
    const argv = [
      'stillpoint',
      '--data=/d',
      '--now=2026-11-23T09:00:00Z',
      '--zone=Europe/Paris',
      '--idle-seconds=2',
      '--any-host',
      '--inspect',
    ];
    expect(readLaunchFlags(argv, at).vault).toEqual([
      '--data=/d',
      '--now=2026-11-23T09:00:00Z',
      '--zone=Europe/Paris',
      '--idle-seconds=2',
      '--any-host',
    ]);
  });

  it('lets nobody set the clock or the idle time of a packaged build', () => {
    const argv = ['stillpoint', '--data=/d', '--now=2020-01-01T00:00:00Z', '--idle-seconds=9', '--any-host'];
    expect(readLaunchFlags(argv, { ...at, isPackaged: true }).vault).toEqual(['--data=/d']);
  });
});
