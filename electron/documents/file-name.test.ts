import { expect, test } from 'vitest';
import { fileNameFrom } from './file-name.ts';

test.each([
  ['Informed consent', 'Informed consent 2026-11-24'],
  ['Consent (area) “back”: yes/no?', 'Consent -area- -back- yes-no 2026-11-24'],
  ['../../etc/passwd', 'etc-passwd 2026-11-24'],
  ['..\\..\\Windows\\win.ini', 'Windows-win.ini 2026-11-24'],
  ['C:\\CON', 'C-CON 2026-11-24'],
  ['CON', 'Document CON 2026-11-24'],
  ['nul.pdf', 'Document nul.pdf 2026-11-24'],
  ['com1', 'Document com1 2026-11-24'],
  ['Contact', 'Contact 2026-11-24'],
  ['consent\u202Efdp.exe', 'consent-fdp.exe 2026-11-24'],
  ['a\u0000b\r\nc\u001b[31m', 'a-b-c-31m 2026-11-24'],
  ['$(rm -rf ~) `id` %PATH% *?<>|', 'rm -rf - -id- -PATH 2026-11-24'],
  ['-rf', 'rf 2026-11-24'],
  [' . . ', 'Document 2026-11-24'],
  ['', 'Document 2026-11-24'],
  ['🙂', 'Document 2026-11-24'],
  ['Согласие', 'Согласие 2026-11-24'],
  ['Zoe\u0308', 'Zoë 2026-11-24'],
  ['x'.repeat(300), `${'x'.repeat(120)} 2026-11-24`],
  ['同'.repeat(300), `${'同'.repeat(40)} 2026-11-24`],
  ['𠮷'.repeat(300), `${'𠮷'.repeat(30)} 2026-11-24`],
])('%j is offered as %j', (title, name) => {
  expect(fileNameFrom(title, '2026-11-24')).toBe(name);
});
