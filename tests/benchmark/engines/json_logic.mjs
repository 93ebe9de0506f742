// json-logic-engine, compiled: each step is one function that gives a list.
import { LogicEngine } from "json-logic-engine";

export async function compile(exported) {
  const engine = new LogicEngine();
  return exported.steps.map((step) => engine.build(step.expressions));
}

// All steps for one person; step n is read as `sn` by those after it. Kept beside the inputs: a copy of these would cost
// more than the rules.
export function run(steps, known) {
  let attainable;
  let supported;
  for (let n = 0; n < steps.length; ++n) {
    supported = attainable;
    attainable = known[`s${n}`] = steps[n](known);
  }
  return { supported, attainable };
}
