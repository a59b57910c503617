/** Every view of the pane by axe, in both languages and in forced colours, as narrow as it gets, and in one language only. */

import { join } from "node:path";
import type { RunOptions } from "axe-core";
import { allForms } from "../../src/forms";
import { cellText } from "../../src/core/table/grid";
import { shortLabel } from "../../src/core/text/label";
import { applyEdits } from "../../src/xlsx/patch";
import { desk as folder, publishedInputs, UNIT } from "../cli/support";
import { paneFrame, violationsIn } from "../support/axe";
import { TAKES_PICTURES } from "../support/browser";
import { asTsv, asTyped, withDoubts } from "../support/published";
import { executablePath, SCREENSHOTS, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

/** Excel's pane, and the same at 200 %. */
const WIDTHS = [350, 175];

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;

/** A third of the form as somebody typed it, which is enough of it to be recognised. */
const TABLE = withDoubts(asTyped("pl02", Infinity));
const TYPED = { ...TABLE, rows: TABLE.rows.slice(0, 215) };

/** Of long lists only the first entries: the others are drawn alike, and axe looks at every one for a tenth of a second. */
const SHORT_LISTS = `
  .check-items > li:nth-child(n + 5), .check-section:nth-of-type(n + 4), .check-cells > li:nth-child(n + 5),
  .results-list > li:nth-child(n + 5), .results-sections > li:nth-child(n + 5), .lines > :nth-child(n + 5)
  { display: none }`;

inBrowser("every view of the pane", () => {
  let sandbox: Sandbox;
  let oldFile: string;
  const wrong: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const at = folder();
    await at.bieu("new", "PL02", "--ky", "2023-6T", "--don-vi", UNIT, "-o", "moi.xlsx");
    oldFile = at.write("nam-truoc.xlsx", applyEdits(at.read("moi.xlsx"), "PL02", publishedInputs()));
  }, 400_000);

  afterAll(() => sandbox?.close());
  beforeEach(() => void wrong.splice(0));

  const axe = async ({ page }: Desk, view: string, options: RunOptions = {}) => {
    for (const line of await violationsIn(paneFrame(page), { options })) wrong.push(`${view}: ${line}`);
  };

  const openDesk = async (...options: Parameters<Sandbox["open"]>) => {
    const desk = await sandbox.open(...options);
    await desk.pane.locator("html").evaluate((_, rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, SHORT_LISTS);
    return desk;
  };

  const width = ({ page }: Desk, pixels: number | undefined) =>
    page.locator("#pane-frame").evaluate((frame, to) => {
      frame.style.width = to === undefined ? "" : `${to}px`;
    }, pixels);

  const picture = async (desk: Desk, name: string) => {
    if (!TAKES_PICTURES) return;
    await desk.page.locator("#pane-frame").screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  };

  /** Nothing needs sideways scrolling, the page as little as a list in it. */
  const narrow = async (desk: Desk, view: string) => {
    for (const pixels of WIDTHS) {
      await width(desk, pixels);
      const wide = await desk.pane.locator("html").evaluate((root) =>
        [root, ...root.querySelectorAll<HTMLElement>("body *")]
          .filter((element) => {
            const { overflowX, display } = getComputedStyle(element);
            const scrolls = element === root || overflowX === "auto" || overflowX === "scroll";
            return scrolls && display !== "inline" && element.scrollWidth > element.clientWidth;
          })
          .map(({ tagName, className, scrollWidth }) => `${tagName}.${className} ${scrollWidth}`),
      );
      for (const element of wide) wrong.push(`${view}: sideways at ${pixels} px: ${element}`);
      if (pixels === 175) await picture(desk, `access-${view}-175`);
    }
    await width(desk, undefined);
  };

  /** In the colours of Excel's dark themes everything still can be read. */
  const dark = async (desk: Desk, view: string) => {
    const theme = (name: string) =>
      desk.pane.locator("html").evaluate((root, to) => {
        root.dataset["theme"] = to;
      }, name);
    await theme("dark");
    await axe(desk, `${view} in the dark`, { runOnly: ["color-contrast"] });
    await picture(desk, `access-${view}-dark`);
    await theme("");
  };

  /** In the few colours that Windows' contrast themes allow, too. */
  const forced = async (desk: Desk, view: string) => {
    await desk.page.emulateMedia({ forcedColors: "active" });
    await axe(desk, `${view} in forced colours`, { runOnly: ["color-contrast"] });
    await picture(desk, `access-${view}-forced`);
    await desk.page.emulateMedia({ forcedColors: "none" });
  };

  /** Nothing moves where the user asked for that. What only says that loading takes long may appear. */
  const still = async (desk: Desk, view: string) => {
    await desk.page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await desk.pane.locator("body").evaluate((body) =>
      [...body.querySelectorAll("*:not(.late)")]
        .filter((element) => {
          const { animationName, transitionProperty } = getComputedStyle(element);
          return animationName !== "none" || transitionProperty !== "none";
        })
        .map(({ tagName, className }) => `${tagName}.${String(className)}`),
    );
    for (const element of moving) wrong.push(`${view}: moves: ${element}`);
    await desk.page.emulateMedia({ reducedMotion: "no-preference" });
  };

  /** Goes through the views, and calls back on each. */
  const tour = async (desk: Desk, english: boolean, look: (view: string) => Promise<void>) => {
    const { pane } = desk;
    const say = (vietnamese: string, inEnglish: string) => (english ? inEnglish : vietnamese);
    const press = (vietnamese: string, inEnglish: string) =>
      desk
        .button(new RegExp(`^${say(vietnamese, inEnglish)}`))
        .first()
        .click();
    const message = (vietnamese: string, inEnglish: string) =>
      pane
        .getByRole("status")
        .filter({ hasText: say(vietnamese, inEnglish) })
        .first()
        .waitFor();

    await look("first-run");
    await press("Bỏ qua", "Skip");
    await look("start");
    await press("Tạo Biểu mới", "New form");
    await look("create");
    await press("Quay lại", "Back");
    await press("Chuyển từ kỳ trước", "Carry over");
    await look("carry");
    await pane.locator("input[type=file]").setInputFiles(oldFile);
    await message("số thực hiện sẽ thành số cùng kỳ", "become same-period figures");
    await look("carry-file");
    await press("Quay lại", "Back");
    await desk.goTo("A1");
    await desk.page.focus("#grid");
    await desk.paste(asTsv(TYPED, english ? "." : ","));
    await pane.getByText(say("Trang này giống", "This sheet looks like")).waitFor();
    await look("adopt");
    await press("Đúng cả", "All");
    await message("Đã nhận trang này", "This sheet is now taken");
    await look("overview");
    await desk.tab(say("Điền", "Fill"));
    await look("fill");
    await pane.getByRole("radio", { name: say("Công thức Excel", "Excel formulas") }).check();
    await press("Điền$", "Fill$");
    await pane.getByRole("alert").waitFor();
    await look("fill-asks");
    await press("Thay", "Replace");
    await message("Đã điền", "Filled");
    await desk.page.getByRole("button", { name: say("Bảo vệ trang", "Protect sheet") }).click();
    // Locking is no change of a cell, so Excel tells nobody; coming back to the pane it is seen.
    await desk.tab(say("Điền", "Fill"));
    await pane
      .getByText(say("Trang tính đang khóa", "The sheet is protected"))
      .filter({ visible: true })
      .first()
      .waitFor();
    await look("protected");
    await desk.page.getByRole("button", { name: say("Bỏ bảo vệ", "Unprotect") }).click();
    await desk.tab(new RegExp(`^${say("Kiểm tra", "Check")}`));
    await look("check-before");
    await press("Kiểm tra$", "Check$");
    await desk.button(say("Kiểm tra lại", "Check again")).waitFor();
    // Errors alone; the other classes are drawn alike.
    await pane.locator(".check-total").first().click();
    await pane.locator(".check-head").first().click();
    await look("check");
    await desk.tab(say("Kết quả", "Results"));
    await pane.locator(".results-row").first().waitFor();
    // Nothing is pressed any more: what is out of sight need not be walked through.
    await pane.locator("#panel-check, .results-list > li:nth-child(n + 5)").evaluateAll((all) => {
      for (const element of all) element.replaceChildren();
    });
    await look("results");
    await desk.tab(say("Nộp", "Send"));
    await pane.locator("#panel-submit").getByText(say("Trước khi nộp", "Before sending")).waitFor();
    await look("submit");
  };

  test("has no violation in Vietnamese, in forced colours, in dark colours, moves nothing unasked, and never scrolls sideways", async () => {
    const desk = await openDesk();
    await tour(desk, false, async (view) => {
      await picture(desk, `access-${view}`);
      await axe(desk, view);
      await forced(desk, view);
      await dark(desk, view);
      await still(desk, view);
      await narrow(desk, view);
    });
    expect(wrong).toEqual([]);
    expect(desk.problems).toEqual([]);
  }, 600_000);

  test("has no violation in English, and no Vietnamese but the forms' own", async () => {
    const desk = await openDesk("?so=trong&lang=en", { locale: "en-US" });
    const own = formWords();
    await tour(desk, true, async (view) => {
      await picture(desk, `access-${view}-en`);
      // The colours are those of the Vietnamese view.
      await axe(desk, `${view} in English`, { rules: { "color-contrast": { enabled: false } } });
      const texts = await desk.pane.locator("body").evaluate((body) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        // The reports' own sentences are marked as Vietnamese: in English, too, it is them that are copied.
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (!node.parentElement?.closest('[lang="vi"]')) found.push(node.textContent ?? "");
        for (const element of body.querySelectorAll("[aria-label],[title],[placeholder]"))
          found.push(...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""));
        return found;
      });
      for (const text of new Set(texts)) {
        const left = own.reduce((rest, words) => rest.replaceAll(words, ""), text.toLowerCase());
        if (VIETNAMESE.test(left)) wrong.push(`${view}: Vietnamese: ${text}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(desk.problems).toEqual([]);
  }, 180_000);

  test.each([
    ["Vietnamese", "?so=trong&api=1.12", "Excel trên máy này quá cũ"],
    ["English", "?so=trong&api=1.12&lang=en", "Excel on this computer is too old"],
  ])("the page of an Excel that is too old has none in %s", async (language, query, title) => {
    const desk = await sandbox.open(query);
    await desk.pane.getByRole("heading", { name: title }).waitFor();
    await axe(desk, `too old in ${language}`);
    await narrow(desk, `too-old-${language}`);
    expect(wrong).toEqual([]);
    expect(desk.problems).toEqual([]);
  });
});

/** What stays Vietnamese in English: the forms' own words and names, the table's labels, in small letters. Longest first. */
function formWords(): string[] {
  const words = allForms().flatMap(({ title, number, rows, columns, indicators, measures }) => [
    ...title.split(/\{[^}]*\}/),
    number,
    ...rows.flatMap(({ label }) => [label, shortLabel(label)]),
    ...indicators.flatMap(({ unit }) => unit),
    ...columns.flatMap(({ header }) => header.split(/\{[^}]*\}/)),
    ...measures.map(({ label }) => label),
  ]);
  const typed = TYPED.rows.map((row) => cellText(row[1]));
  const names = [
    "Biểu Y tế",
    "6 tháng đầu năm",
    "Điện Biên",
    "Sở Y tế tỉnh",
    "Chỉ tiêu",
    "Kế hoạch",
    "Thực hiện",
    "Cùng kỳ",
    "So với KH",
    "Đánh giá",
  ];
  return [...new Set([...names, "So với cùng kỳ", ...typed, ...words].map((one) => one.trim().toLowerCase()))]
    .filter((one) => one.length > 1 && VIETNAMESE.test(one))
    .sort((a, b) => b.length - a.length);
}
