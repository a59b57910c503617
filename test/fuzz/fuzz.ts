/**
 * `npm run fuzz`: long runs of the targets. `npm run fuzz -- --runs=50000` gives each so many inputs, `--times=20` twenty
 * times what the tests give it, `--only=expression` takes those whose name holds the word, `--seconds=60` ends each after
 * a minute, `--seed=7` draws others, and `--path=3:1` goes to the input that an earlier run of the same seed told of.
 * Ends with 1 where an input broke a rule; each is told with the seed and path that bring it back.
 */

import fc from "fast-check";
import { TARGETS } from "./targets";

const say = (line: string) => void process.stdout.write(`${line}\n`);

function optionsOf(args: readonly string[]) {
  const text = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const number = (name: string) => (text(name) === undefined ? undefined : Number(text(name)));
  return {
    runs: number("runs"),
    times: number("times") ?? 1,
    only: text("only") ?? "",
    seconds: number("seconds"),
    seed: number("seed") ?? Date.now() % 2 ** 31,
    path: text("path"),
  };
}

async function main({ runs, times, only, seconds, seed, path }: ReturnType<typeof optionsOf>): Promise<boolean> {
  let sound = true;
  for (const { name, property, runs: few } of TARGETS.filter((target) => target.name.includes(only))) {
    const start = performance.now();
    const details = await fc.check(property(), {
      seed,
      numRuns: runs ?? few * times,
      ...(path !== undefined && { path }),
      ...(seconds !== undefined && { interruptAfterTimeLimit: seconds * 1000 }),
    });
    const took = ((performance.now() - start) / 1000).toFixed(1);
    say(
      `${details.failed ? "BROKEN" : "sound "} ${String(details.numRuns).padStart(8)} inputs ${took.padStart(7)} s  ${name}`,
    );
    if (!details.failed) continue;
    sound = false;
    say(`  again: npm run fuzz -- --only=${JSON.stringify(name)} --seed=${seed} --path=${details.counterexamplePath}`);
    say(`  ${fc.stringify(details.counterexample).slice(0, 2_000)}`);
    say(`  ${String((details.errorInstance as Error | undefined)?.stack ?? details.errorInstance).slice(0, 2_000)}`);
  }
  return sound;
}

const options = optionsOf(process.argv.slice(2));
say(`seed ${options.seed}`);
main(options).then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error: unknown) => {
    say(String(error));
    process.exitCode = 2;
  },
);
