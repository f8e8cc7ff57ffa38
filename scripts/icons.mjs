// Paints resources/icons/icon.svg into the sizes the systems ask for, and wraps them as .ico (Windows) and .icns (macOS).
// Both containers are a table of PNGs. Run when the drawing changes: `npm run icons`; the results are committed.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';
import { findChromium } from './system-tools.mjs';

const folder = join(root, 'resources', 'icons');

/** Type codes of macOS icon entries by pixel size; retina types hold the double of the size they stand for. */
const icnsTypes = { icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 };
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** Small icons drop the margin and thicken the rings, the smallest has room for one: else they would be a grey smudge. */
function drawing(svg, size) {
  if (size > 64) return svg;
  const close = svg.replace('viewBox="0 0 1024 1024"', 'viewBox="92 92 840 840"');
  if (size > 16) return close.replace('width="26"', 'width="48"').replace('width="30"', 'width="52"').replace('r="66"', 'r="84"');
  return close
    .replace(/<circle [^>]*r="170"[^>]*>/, '')
    .replace('stroke-opacity="0.5" stroke-width="26"', 'stroke-width="84"')
    .replace('r="66"', 'r="132"');
}

/** A Windows icon: 6 bytes of header, 16 bytes for each image, then the PNGs. 256 is written as 0. */
export function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** A macOS icon: 'icns', total length, then each image behind its type and length, big-endian. */
export function icns(images) {
  const entry = (type, body) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return entry('icns', Buffer.concat(images.map(({ type, png }) => entry(type, png))));
}

async function paint(sizes) {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandbox });
  const page = await browser.newPage();
  const painted = new Map();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing(svg, size)}`);
    painted.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return painted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const painted = await paint(new Set([...icoSizes, ...Object.values(icnsTypes)]));
  const write = (name, bytes) => writeFileSync(join(folder, name), bytes);
  write('icon.png', painted.get(1024));
  write('icon-512.png', painted.get(512));
  write('icon.ico', ico(icoSizes.map((size) => ({ size, png: painted.get(size) }))));
  write('icon.icns', icns(Object.entries(icnsTypes).map(([type, size]) => ({ type, png: painted.get(size) }))));
  console.log(`icons painted: ${[...painted.keys()].sort((a, b) => a - b).join(', ')} pixels`);
}
