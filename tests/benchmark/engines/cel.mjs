// @bufbuild/cel, planned: each step is one expression that gives a list.
import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";

export async function compile(exported) {
  const env = celEnv();
  return exported.steps.map((step) => plan(env, parse(`[${step.expressions.join(", ")}]`)));
}

// All steps for one person; step n is read as `sn` by those after it. Kept beside the inputs, as for JSON logic.
export function run(steps, known) {
  let attainable;
  let supported;
  for (let n = 0; n < steps.length; ++n) {
    supported = attainable;
    attainable = steps[n](known);
    if (isCelError(attainable)) throw new Error(`step ${n}: ${attainable.message}`);
    known[`s${n}`] = attainable;
  }
  return { supported: [...supported], attainable: [...attainable] };
}
