// @gorules/zen-engine: one expression node with a list for each step. Its expression language is that of the CEL export,
// but for the words of logic and the name of what an earlier expression of the node gave.
import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";

export const waits = true;

const translate = (expression) =>
  expression
    .replaceAll("&&", "and")
    .replaceAll("||", "or")
    .replaceAll("!(", "not (")
    .replaceAll(/\bs(\d+)\[/g, "$$.s$1[");

export async function compile(exported) {
  const expressions = exported.steps.map((step, n) => ({
    id: `s${n}`,
    key: `s${n}`,
    value: `[${step.expressions.map(translate).join(", ")}]`,
  }));
  const node = (id, type, content = {}) => ({ id, name: id, type, content, position: { x: 0, y: 0 } });
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: "edge", sourceId, targetId });
  const content = new ZenDecisionContent({
    nodes: [node("in", "inputNode"), node("rules", "expressionNode", { expressions }), node("out", "outputNode")],
    edges: [edge("in", "rules"), edge("rules", "out")],
  });
  return { decision: new ZenEngine().createDecision(content), last: expressions.length - 1 };
}

export async function run({ decision, last }, inputs) {
  const { result } = await decision.evaluate(inputs);
  return { supported: result[`s${last - 1}`], attainable: result[`s${last}`] };
}
