/**
 * `npm run icons`: renders the SVG drawings in assets to the PNG sizes that the manifest names, with an installed
 * Chromium. Below 28 pixels a drawing of its own (`…-small.svg`) stays legible. Run it after changing a drawing.
 */
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Office asks for 16, 32 and 80; the others are for screens at 125, 150 and 200 per cent, 128 for the list of add-ins. */
const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];
const ICONS = { icon: [...RIBBON, 128], fill: RIBBON, check: RIBBON };
const LARGEST_SMALL = 27;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const [name, sizes] of Object.entries(ICONS)) {
  for (const size of sizes) {
    const drawing = readFileSync(`assets/${name}${size <= LARGEST_SMALL ? "-small" : ""}.svg`, "utf8");
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
    );
    await page.screenshot({ path: `assets/${name}-${size}.png`, omitBackground: true });
    await page.close();
  }
}
await browser.close();
