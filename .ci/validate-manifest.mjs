/** Validates the add-in's manifest against the XML schemas in a folder: `node validate-manifest.mjs manifest.xml schemas/`. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const [manifest, schemas] = process.argv.slice(2);
const file = (fileName) => ({ fileName, contents: readFileSync(join(schemas, fileName), "utf8") });
const names = readdirSync(schemas).filter((name) => name.endsWith(".xsd"));

// The entry schema does not import the one of the overrides; this one brings both together.
const entry = {
  fileName: "entry.xsd",
  contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://schemas.microsoft.com/office/appforoffice/1.1" schemaLocation="OfficeAppManifestV1_1.xsd"/>
  <xs:import namespace="http://schemas.microsoft.com/office/taskpaneappversionoverrides" schemaLocation="TaskPaneAppVersionOverridesV1_0.xsd"/>
</xs:schema>`,
};
const { valid, errors } = await validateXML({
  xml: [{ fileName: manifest, contents: readFileSync(manifest, "utf8") }],
  schema: [entry],
  preload: names.map(file),
});
for (const { message, loc } of errors) console.error(`${manifest}:${loc?.lineNumber ?? "?"}: ${message}`);
console.log(`${manifest} is ${valid ? "valid" : "NOT valid"}`);
process.exit(valid ? 0 : 1);
