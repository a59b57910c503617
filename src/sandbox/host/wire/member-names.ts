/** Names of members: callers write them in camelCase, the wire has them in PascalCase. */

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
