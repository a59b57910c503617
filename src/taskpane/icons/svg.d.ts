/** Icons are taken into the bundle as their text. */
declare module "*.svg" {
  const text: string;
  export default text;
}
