import type { Chance } from './chance.ts';

/** What a hostile client, colleague or file might type so that another program does something with it. Each is one line and can be printed. */
const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '</P><H1>Not ours</H1>',
  '<a href="javascript:alert(1)">read</a>',
  '{{client_name}}',
  '{{constructor.constructor("x")()}}',
  '#{7*7} <%= 7*7 %> $(7*7)',
  '[text](javascript:alert(1))',
  '&lt;b&gt; &amp;amp; &#x3c;',
  ') Tj ET endstream endobj',
  '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
  '>> /AA << /O 5 0 R >>',
  '(\\) \\( \\\\) /URI (http://x.example)',
  'endobj 1 0 obj << /Type /Catalog >>',
  'stream xref trailer startxref %%EOF',
  '%PDF-1.7 %EOF /Launch /EmbeddedFile',
  '<FEFF0041> <</Names 1>>',
  '=HYPERLINK("http://x.example","x")',
  '=cmd|" /C calc"!A0',
  '+1+1 -1-1 @SUM(A1)',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'C:\\con\\nul file:///etc/passwd',
  'CON.pdf NUL.txt COM1',
  "'; drop table consents;-- x",
  '" or 1=1 /* */',
  '%s %n %x %00 %2e%2e%2f',
  '__proto__ constructor prototype',
  '$(touch x) `touch x` | touch x',
  'a&&b||c;d',
  'e\u0301te\u0301 A\u030angstro\u0308m',
  'Łódź ß ﬁ Straße',
  'Ελληνικά Кириллица Tiếng Việt',
];

/** One of them, told apart from every other by its number. */
export const payload = (chance: Chance, number: number, longest = 200): string => {
  const mark = `q${number}q`;
  const fitting = attacks.filter((attack) => attack.length + mark.length < longest);
  return fitting.length === 0 ? mark.slice(0, longest) : `${mark}${fitting[chance.below(fitting.length)]}`;
};

/** What makes a viewer do something when the document is opened or touched. */
export const active = /\/(?:JavaScript|JS|OpenAction|AA|Launch|URI|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|GoToR|AcroForm|XFA)\b/;
