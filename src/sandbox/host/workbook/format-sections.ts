/** Number formats taken apart. They are en-US whatever the locale. */

/** A piece of a format: what it stands for, and its text where that is to be shown or counted. */
export interface Token {
  readonly kind:
    "literal" | "digit" | "point" | "comma" | "percent" | "exponent" | "text" | "date" | "general" | "slash";
  readonly text: string;
}

/** One of the parts of a format that semicolons divide: for positive, negative, zero and text. */
export interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: { readonly operator: string; readonly value: number };
  readonly isDate: boolean;
}

const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|_(?<space>.)|\*(?<fill>.)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<exponent>E[+-])|(?<ampm>AM\/PM|A\/P)|(?<date>y+|m+|d+|h+|s+(?:\.0+)?)|(?<digit>[0#?])|(?<point>\.)|(?<comma>,)|(?<percent>%)|(?<text>@)|(?<slash>\/)|(?<other>.)/gisu;

function readSection(format: string): Section {
  const tokens: Token[] = [];
  let condition: Section["condition"];
  for (const { groups = {} } of format.matchAll(TOKEN)) {
    const add = (kind: Token["kind"], text: string) => tokens.push({ kind, text });
    if (groups["quoted"] !== undefined) add("literal", groups["quoted"]);
    else if (groups["escaped"] !== undefined) add("literal", groups["escaped"]);
    // The width of a letter is shown as a space; repeated letters are left out, as text has no width.
    else if (groups["space"] !== undefined) add("literal", " ");
    else if (groups["fill"] !== undefined) continue;
    else if (groups["bracket"] !== undefined) {
      const inside = groups["bracket"];
      const test = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(inside);
      const currency = /^\$([^-]*)/.exec(inside);
      if (test) condition = { operator: test[1]!, value: Number(test[2]) };
      else if (/^(h+|m+|s+)$/i.test(inside)) add("date", `[${inside.toLowerCase()}]`);
      else if (currency) add("literal", currency[1]!);
      // Colours, such as [Red], are not shown here.
    } else if (groups["general"] !== undefined) add("general", "");
    else if (groups["exponent"] !== undefined) add("exponent", groups["exponent"].toUpperCase());
    else if (groups["ampm"] !== undefined) add("date", groups["ampm"].toUpperCase());
    else if (groups["date"] !== undefined) add("date", groups["date"].toLowerCase());
    else if (groups["digit"] !== undefined) add("digit", groups["digit"]);
    else if (groups["point"] !== undefined) add("point", "");
    else if (groups["comma"] !== undefined) add("comma", "");
    else if (groups["percent"] !== undefined) add("percent", "%");
    else if (groups["text"] !== undefined) add("text", "");
    else if (groups["slash"] !== undefined) add("slash", "/");
    else add("literal", groups["other"] ?? "");
  }
  const isDate = tokens.some(({ kind }) => kind === "date");
  return { tokens, isDate, ...(condition ? { condition } : {}) };
}

/** Parts of a format, which semicolons outside of quotes divide. */
function splitSections(format: string): string[] {
  const sections = [""];
  for (const [part] of format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|./gsu))
    if (part === ";") sections.push("");
    else sections[sections.length - 1] += part;
  return sections;
}

const known = new Map<string, readonly Section[]>();

/** The sections of a format, which is taken apart once. */
export function sectionsOf(format: string): readonly Section[] {
  let sections = known.get(format);
  if (!sections) {
    sections = splitSections(format).map(readSection);
    known.set(format, sections);
  }
  return sections;
}

const holds = ({ operator, value }: NonNullable<Section["condition"]>, number: number): boolean =>
  ({
    "<": number < value,
    "<=": number <= value,
    ">": number > value,
    ">=": number >= value,
    "=": number === value,
    "<>": number !== value,
  })[operator] ?? false;

/** The section for a number, and whether the minus sign is the format's own business; undefined where none is for it. */
export function chooseSection(
  sections: readonly Section[],
  value: number,
): { section: Section; signDone: boolean } | undefined {
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  if (numeric.some(({ condition }) => condition)) {
    const at = numeric.findIndex(({ condition }, index) =>
      condition ? holds(condition, value) : index > 0 || numeric.length === 1,
    );
    return at < 0 ? undefined : { section: numeric[at]!, signDone: at === 1 && value < 0 };
  }
  const at = value > 0 || numeric.length === 1 ? 0 : value < 0 ? 1 : numeric.length > 2 ? 2 : 0;
  return { section: numeric[at]!, signDone: at === 1 };
}
