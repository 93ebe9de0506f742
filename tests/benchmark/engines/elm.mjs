// cql-execution as its manual has it: an Executor runs the library for one patient.
import cql from "cql-execution";

export const waits = true;

// The last two steps hold what was concluded; see rules/export/README.md.
export function conclusions(names) {
  const steps = 1 + Math.max(...names.map((name) => Number(name.slice(1).split("_")[0])));
  const of = (step) => names.filter((name) => name.startsWith(`s${step}_`));
  return { supported: of(steps - 2), attainable: of(steps - 1) };
}

export async function compile(exported) {
  const library = new cql.Library(exported);
  return { library, codes: new cql.CodeService({}), ...conclusions(Object.keys(library.expressions)) };
}

const patient = { id: "1", getId: () => "1" };

export async function run(compiled, inputs) {
  const source = { currentPatient: () => patient, nextPatient: () => undefined };
  const executor = new cql.Executor(compiled.library, compiled.codes, inputs);
  const { 1: found } = (await executor.exec(source)).patientResults;
  return {
    supported: compiled.supported.map((name) => found[name]),
    attainable: compiled.attainable.map((name) => found[name]),
  };
}
