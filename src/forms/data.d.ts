/** Row files are taken into the bundle as their text. */
declare module "*.csv" {
  const text: string;
  export default text;
}
