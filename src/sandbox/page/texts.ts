/** What the page says, in both languages. */

import { vi } from "./texts.vi";
import { en } from "./texts.en";

export type Language = "vi" | "en";
export type Texts = typeof vi;

/** The texts of a language. */
export const textsOf = (language: Language): Texts => (language === "en" ? en : vi);
