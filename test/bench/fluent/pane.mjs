/**
 * The findings list of the pane as one would build it with Fluent UI React v9, the library of Microsoft's own task-pane
 * template: totals that filter, groups by section, items that open, the figures in a table, actions. It is here to be
 * measured beside ours, and no part of the product. The findings come from `window.benchFindings`.
 */
/* global document, Office, window */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  FluentProvider,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
  ToggleButton,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import errorIcon from "@fluentui/svg-icons/icons/error_circle_20_regular.svg";
import hintIcon from "@fluentui/svg-icons/icons/info_20_regular.svg";
import warningIcon from "@fluentui/svg-icons/icons/warning_20_regular.svg";
import { createElement as h, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";

const LEVELS = { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" };
const ICONS = { error: errorIcon, warning: warningIcon, hint: hintIcon };

const useStyles = makeStyles({
  pane: { padding: tokens.spacingHorizontalL },
  filters: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  label: { display: "block", color: tokens.colorNeutralForeground3 },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

function Item({ finding }) {
  const styles = useStyles();
  const figures = [
    ["Đang ghi", finding.stated],
    ["Theo các dòng khác", finding.expected],
    ["Lệch", finding.gap],
  ].filter(([, value]) => value !== undefined && value !== "");
  return h(
    AccordionItem,
    { value: finding.id },
    h(
      AccordionHeader,
      {
        icon: h("span", {
          role: "img",
          "aria-label": LEVELS[finding.level],
          dangerouslySetInnerHTML: { __html: ICONS[finding.level] },
        }),
      },
      h("span", null, h(Text, { weight: "semibold" }, finding.title), " ", h(Badge, null, finding.cell)),
      h("span", { className: styles.label }, finding.label),
    ),
    h(
      AccordionPanel,
      null,
      h(
        Table,
        { size: "small" },
        h(
          TableBody,
          null,
          figures.map(([name, value]) =>
            h(
              TableRow,
              { key: name },
              h(TableCell, null, name),
              h(TableCell, { className: styles.figure }, String(value)),
            ),
          ),
        ),
      ),
      h(Text, { block: true }, finding.message),
      h(Text, { block: true, weight: "semibold" }, "Vì sao"),
      h(Text, { block: true }, finding.why),
      h(Text, { block: true, weight: "semibold" }, "Cách sửa"),
      h(Text, { block: true }, finding.fix),
      h(Button, { appearance: "primary" }, "Sửa"),
      h(Button, null, "Giải trình…"),
      h(Button, null, "Xem ô"),
    ),
  );
}

function Pane({ findings }) {
  const styles = useStyles();
  const [hidden, setHidden] = useState([]);
  const groups = useMemo(() => Map.groupBy(findings, ({ section }) => section), [findings]);
  const count = (level) => findings.filter((finding) => finding.level === level).length;
  const toggle = (level) =>
    setHidden(hidden.includes(level) ? hidden.filter((other) => other !== level) : [...hidden, level]);
  return h(
    "main",
    { className: styles.pane },
    h(
      "div",
      { className: styles.filters },
      Object.entries(LEVELS).map(([level, word]) =>
        h(
          ToggleButton,
          { key: level, size: "small", checked: !hidden.includes(level), onClick: () => toggle(level) },
          `${word} ${count(level)}`,
        ),
      ),
    ),
    h(
      Accordion,
      { multiple: true, collapsible: true, defaultOpenItems: [...groups.keys()] },
      [...groups].map(([section, members]) =>
        h(
          AccordionItem,
          { key: section, value: section },
          h(AccordionHeader, null, `${section} (${members.length})`),
          h(
            AccordionPanel,
            null,
            h(
              Accordion,
              { collapsible: true },
              members
                .filter(({ level }) => !hidden.includes(level))
                .map((finding) => h(Item, { key: finding.id, finding })),
            ),
          ),
        ),
      ),
    ),
  );
}

// As Microsoft's template does: nothing is drawn before Office.js is ready.
Office.onReady(() =>
  createRoot(document.getElementById("pane")).render(
    h(FluentProvider, { theme: webLightTheme }, h(Pane, { findings: window.benchFindings ?? [] })),
  ),
);
