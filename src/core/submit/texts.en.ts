/** The words of the gate, in English. */

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
  answer: ({ question, findings, remarks }, { warnings, explained }) => {
    const parts = remarks.map((remark) => GATE_TEXTS.remark(remark));
    if (findings.length > 0 && question === "complete") {
      parts.unshift(`${many(findings.length, "required cell")} without a figure.`);
    }
    if (findings.length > 0 && question === "errors") parts.unshift(`${many(findings.length, "error")} to mend.`);
    if (findings.length > 0 && question === "warnings") {
      parts.unshift(`${many(findings.length, "warning")} to mend or explain (${explained} of ${warnings} explained).`);
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
        return warnings === 0 ? "No warnings." : `${explained} of ${warnings} warnings explained.`;
      case "derived":
        return "The derived columns follow from the figures.";
      case "definition":
        return "Form, period and unit are known; the definition is the one in use.";
    }
  },
  remark: (remark) => {
    switch (remark.kind) {
      case "no-form":
        return "The form of this table is not known, so nothing says what must be there.";
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
    }
  },
  ready: "Ready to send.",
  blocked: (questions) => `Not ready: ${many(questions, "item")} to settle.`,
};
