/** The program `bieu`. */

import { run } from "./run";

const io = {
  out: (line: string) => process.stdout.write(`${line}\n`),
  error: (line: string) => process.stderr.write(`${line}\n`),
  now: () => new Date(),
};

// A reader that closes the pipe early (`bieu check … | head`) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2), io)
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const debug = process.env["BIEU_DEBUG"] !== undefined && error instanceof Error ? `\n${error.stack}` : "";
    io.error(`Biểu Y tế gặp lỗi ngoài dự kiến; tệp của bạn không bị thay đổi.${debug}`);
    process.exitCode = 2;
  });
