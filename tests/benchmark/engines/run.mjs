// Runs an exported pack on an engine we did not write, and holds what it finds against our own.
//
//   node run.mjs ENGINE EXPORT PERSONS [ROUNDS]
//
// Prints one line of JSON: the median over rounds of the time for one person, and how many persons come out otherwise.
// The engine is compiled, and the persons are read, before the clock starts. 1 when anyone comes out otherwise.
import { readFileSync } from "node:fs";

const engines = {
  "json-logic": "./json_logic.mjs",
  cel: "./cel.mjs",
  elm: "./elm.mjs",
  zen: "./zen.mjs",
};

const same = (found, expected) =>
  found.length === expected.length && expected.every((value, i) => Number(found[i]) === Number(value));

const disagrees = (found, person) =>
  !same(found.supported, person.supported) || !same(found.attainable, person.attainable);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function timeRound(engine, compiled, persons) {
  const start = process.hrtime.bigint();
  if (engine.waits) {
    for (const person of persons) await engine.run(compiled, person.inputs);
  } else {
    for (const person of persons) engine.run(compiled, person.inputs);
  }
  return Number(process.hrtime.bigint() - start) / 1000 / persons.length;
}

async function main([name, exportFile, personsFile, rounds = "5"]) {
  if (!engines[name] || !personsFile) {
    console.error(`run.mjs ENGINE EXPORT PERSONS [ROUNDS]; engines: ${Object.keys(engines).join(", ")}`);
    return 2;
  }
  const engine = await import(engines[name]);
  const compiled = await engine.compile(JSON.parse(readFileSync(exportFile, "utf8")));
  const persons = readFileSync(personsFile, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  // Also what warms the engine up.
  let disagreements = 0;
  for (const person of persons) disagreements += disagrees(await engine.run(compiled, person.inputs), person) ? 1 : 0;
  const times = [];
  for (let round = 0; round < Number(rounds); ++round) times.push(await timeRound(engine, compiled, persons));
  const per_person_us = Number(median(times).toPrecision(4));
  console.log(JSON.stringify({ engine: name, per_person_us, persons: persons.length, disagreements }));
  return disagreements === 0 && persons.length > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
