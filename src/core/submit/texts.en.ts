/** The words of the gate, in English. */

import { roleWordsEn } from "../check/texts.en";
import type { GateTexts } from "./texts.vi";

/** More cells than this are counted, not named. */
const NAMED = 5;

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

export const GATE_TEXTS: GateTexts = {
  title: {
    complete: "Figures complete",
    errors: "No errors left",
    warnings: "Warnings explained",
    derived: "Derived columns right",
    definition: "Definition of the form",
  },
  answer: ({ question, findings, remarks, explained }, { warnings }) => {
    const parts = remarks.map((remark) => GATE_TEXTS.remark(remark));
    if (findings.length > 0 && question === "complete") {
      parts.unshift(`${many(findings.length, "place")} without a figure: fill in, or explain.`);
    }
    if (findings.length > 0 && question === "errors") parts.unshift(`${many(findings.length, "error")} to mend.`);
    if (findings.length > 0 && question === "warnings") {
      const all = explained + findings.length;
      parts.unshift(`${many(findings.length, "warning")} to mend or explain (${explained} of ${all} explained).`);
    }
    if (findings.length > 0 && question === "derived") {
      parts.unshift(`${many(findings.length, "derived cell")} not following from the figures.`);
    }
    if (parts.length > 0) return parts.join(" ");
    switch (question) {
      case "complete":
        return "Every required indicator has its figure.";
      case "errors":
        return "No errors.";
      case "warnings":
        if (explained > 0) return `${explained} of ${explained} warnings explained.`;
        return warnings === 0 ? "No warnings." : "No other warnings.";
      case "derived":
        return "No derived cell is wrong.";
      case "definition":
        return "Form, period and unit are known; the definition is the one in use.";
    }
  },
  remark: (remark) => {
    switch (remark.kind) {
      case "no-form":
        return "The form of this table is not known.";
      case "no-period":
        return "The reporting period is not known.";
      case "no-unit":
        return "The reporting unit is not known.";
      case "other-version":
        return `Made from version ${remark.made} of the definition, checked under version ${remark.checked}.`;
      case "doubtful-rows":
        return `${many(remark.count, "row")} taken for an indicator without certainty.`;
      case "not-calculated": {
        const more = remark.cells.length > NAMED ? " …" : "";
        const cells = `${remark.cells.slice(0, NAMED).join(", ")}${more}`;
        return `${many(remark.cells.length, "formula")} without a result (${cells}); open in Excel or LibreOffice and save.`;
      }
      case "required-unknown":
        return "Not checked: the form is not known, so nothing says which figures are required.";
      case "relations-unknown":
        return "Totals, rates and relations between rows were not checked: the form is not known.";
      case "part-of-form":
        return `Only what the table holds was checked: ${remark.rows} of the form's ${remark.of} indicators.`;
      case "no-column":
        return `Not checked, the table has no such column: ${remark.columns.map(roleWordsEn).join(", ")}.`;
      case "missing-explained":
        return `${many(remark.count, "place")} without a figure, explained.`;
    }
  },
  ready: "Ready to send.",
  blocked: (questions) => `Not ready: ${many(questions, "item")} to settle.`,
};
