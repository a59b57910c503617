/** What a workbook remembers beside its cells: properties, settings, XML parts. */

import { type WorkbookState } from "../../workbook/types";
import { type ApiClass, type Property, type WireContext, asText, bind } from "../api-class";
import { invalidArgument, notFound, present } from "../api-error";
import { type Keyed, keyedCollection, storedKey } from "./keyed";
import { type SheetRef } from "./worksheet";
import { sheetOf } from "./places";

/** Longer keys and values are cut, as the documentation says of everything but Excel on the web. */
const LONGEST_PROPERTY = 255;

const changed = ({ workbook: { edit } }: WireContext): void => edit.tell({ kind: "document", source: edit.source() });

/** Replaces a map of the workbook by one that differs. */
function setMap<K extends "customProperties" | "settings" | "properties">(
  context: WireContext,
  name: K,
  change: (map: Map<string, unknown>) => void,
): void {
  context.workbook.edit.touch();
  const map = new Map<string, unknown>(context.workbook.state[name]);
  change(map);
  context.workbook.state[name] = map as WorkbookState[K];
  changed(context);
}

function propertyValue(value: unknown): string | number | boolean {
  if (typeof value === "string") return value.slice(0, LONGEST_PROPERTY);
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument();
}

const customPropertyClass: ApiClass<Keyed<null>> = {
  name: "CustomProperty",
  id: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ key }, { workbook: { state } }) => present(state.customProperties.get(key)),
      set: ({ key }, value, context) =>
        setMap(context, "customProperties", (map) => map.set(key, propertyValue(value))),
    },
    Type: {
      get: ({ key }, { workbook: { state } }) => {
        const value = state.customProperties.get(key);
        return typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
      },
    },
  },
  methods: {
    Delete: ({ key }, _args, context) => {
      if (!context.workbook.state.customProperties.has(key)) throw notFound();
      setMap(context, "customProperties", (map) => map.delete(key));
    },
  },
};

const customPropertiesClass = keyedCollection<null>({
  name: "CustomPropertyCollection",
  item: customPropertyClass,
  keys: (_owner, { workbook: { state } }) => [...state.customProperties.keys()],
  add: (_owner, args, context) => {
    const wanted = args.text(0).slice(0, LONGEST_PROPERTY);
    const key = storedKey([...context.workbook.state.customProperties.keys()], wanted) ?? wanted;
    if (key === "") throw invalidArgument();
    setMap(context, "customProperties", (map) => map.set(key, propertyValue(args.at(1))));
    return key;
  },
  methods: {
    DeleteAll: (_owner, _args, context) => setMap(context, "customProperties", (map) => map.clear()),
  },
});

const documentText = (key: string): Property<null> => ({
  get: (_self, { workbook: { state } }) => state.properties.get(key) ?? "",
  set: (_self, value, context) => setMap(context, "properties", (map) => map.set(key, asText(value))),
});

export const documentPropertiesClass: ApiClass<null> = {
  name: "DocumentProperties",
  properties: {
    Title: documentText("title"),
    Subject: documentText("subject"),
    Author: documentText("author"),
    Keywords: documentText("keywords"),
    Comments: documentText("comments"),
    Category: documentText("category"),
    Manager: documentText("manager"),
    Company: documentText("company"),
    LastAuthor: { get: (_self, { workbook: { state } }) => state.properties.get("lastAuthor") ?? "" },
  },
  navigations: { Custom: (_self, context) => bind(customPropertiesClass, null, context) },
};

const settingClass: ApiClass<Keyed<null>> = {
  name: "Setting",
  id: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ key }, { workbook: { state } }) => {
        if (!state.settings.has(key)) throw notFound();
        return state.settings.get(key);
      },
      set: ({ key }, value, context) => setMap(context, "settings", (map) => map.set(key, value)),
    },
  },
  methods: {
    Delete: ({ key }, _args, context) => setMap(context, "settings", (map) => map.delete(key)),
  },
};

export const settingsClass = keyedCollection<null>({
  name: "SettingCollection",
  item: settingClass,
  keys: (_owner, { workbook: { state } }) => [...state.settings.keys()],
  add: (_owner, args, context) => {
    const key = args.text(0);
    setMap(context, "settings", (map) => map.set(key, args.at(1)));
    return key;
  },
});

/** The namespace of an XML text's root element; undefined where it is no XML. */
function rootNamespace(xml: string): string | undefined {
  const start = xml.replace(/^\s*(<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*/, "");
  const root = /^<([\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/.exec(start);
  if (!root) return undefined;
  const [, prefix, name, attributes = "", closed] = root;
  if (closed !== "/" && !start.trimEnd().endsWith(`</${prefix ?? ""}${name}>`)) return undefined;
  const wanted = prefix === undefined ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const attribute = new RegExp(`\\s${wanted}\\s*=\\s*["']([^"']*)["']`).exec(attributes);
  return attribute?.[1] ?? "";
}

const partOf = (key: string, { workbook: { state } }: WireContext) =>
  present(state.customXmlParts.find(({ id }) => id === key));

function checkedXml(xml: string): string {
  if (rootNamespace(xml) === undefined) throw invalidArgument("The XML is not well formed.");
  return xml;
}

/** Parts of one namespace, or all of them (null). */
type Scope = string | null;

const xmlPartClass: ApiClass<Keyed<Scope>> = {
  name: "CustomXmlPart",
  id: ({ key }) => ({ Id: key }),
  properties: {
    Id: { get: ({ key }, context) => partOf(key, context).id },
    NamespaceUri: { get: ({ key }, context) => rootNamespace(partOf(key, context).xml) },
  },
  methods: {
    GetXml: ({ key }, _args, context) => partOf(key, context).xml,
    SetXml: ({ key }, args, context) => {
      const xml = checkedXml(args.text(0));
      partOf(key, context);
      context.workbook.edit.touch();
      const { state } = context.workbook;
      state.customXmlParts = state.customXmlParts.map((part) => (part.id === key ? { ...part, xml } : part));
      changed(context);
    },
    Delete: ({ key }, _args, context) => {
      partOf(key, context);
      context.workbook.edit.touch();
      const { state } = context.workbook;
      state.customXmlParts = state.customXmlParts.filter(({ id }) => id !== key);
      changed(context);
    },
  },
};

const partKeys = (scope: Scope, { workbook: { state } }: WireContext): string[] =>
  state.customXmlParts.filter(({ xml }) => scope === null || rootNamespace(xml) === scope).map(({ id }) => id);

const only = (scope: Scope, context: WireContext) => {
  const keys = partKeys(scope, context);
  return keys.length === 1 ? bind(xmlPartClass, { owner: scope, key: keys[0]! }, context) : null;
};

const scopedPartsClass = keyedCollection<Scope>({
  name: "CustomXmlPartScopedCollection",
  item: xmlPartClass,
  keys: partKeys,
  methods: {
    GetOnlyItemOrNullObject: (scope, _args, context) => only(scope, context),
    GetOnlyItem: (scope, _args, context) => present(only(scope, context)),
  },
});

export const xmlPartsClass = keyedCollection<Scope>({
  name: "CustomXmlPartCollection",
  item: xmlPartClass,
  keys: partKeys,
  add: (_scope, args, context) => {
    const xml = checkedXml(args.text(0));
    const id = context.workbook.newId("part");
    context.workbook.edit.touch();
    const { state } = context.workbook;
    state.customXmlParts = [...state.customXmlParts, { id, xml }];
    changed(context);
    return id;
  },
  methods: { GetByNamespace: (_scope, args, context) => bind(scopedPartsClass, args.text(0), context) },
});

const setSheetProperty = (
  { owner }: Keyed<SheetRef>,
  context: WireContext,
  change: (map: Map<string, string>) => void,
) => {
  const sheet = sheetOf(context, owner);
  context.workbook.edit.touch();
  const map = new Map(sheet.customProperties);
  change(map);
  sheet.customProperties = map;
  changed(context);
};

const sheetPropertyClass: ApiClass<Keyed<SheetRef>> = {
  name: "WorksheetCustomProperty",
  id: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ owner, key }, context) => present(sheetOf(context, owner).customProperties.get(key)),
      set: (self, value, context) => setSheetProperty(self, context, (map) => map.set(self.key, asText(value))),
    },
  },
  methods: {
    Delete: (self, _args, context) => setSheetProperty(self, context, (map) => map.delete(self.key)),
  },
};

export const sheetPropertiesClass = keyedCollection<SheetRef>({
  name: "WorksheetCustomPropertyCollection",
  item: sheetPropertyClass,
  keys: (owner, context) => [...sheetOf(context, owner).customProperties.keys()],
  add: (owner, args, context) => {
    const key = args.text(0);
    setSheetProperty({ owner, key }, context, (map) => map.set(key, args.text(1)));
    return key;
  },
});
