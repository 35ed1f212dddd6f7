import {
  absDependencies,
  addDependencies,
  cbrtDependencies,
  cosDependencies,
  create,
  divideDependencies,
  expDependencies,
  largerDependencies,
  largerEqDependencies,
  log10Dependencies,
  log2Dependencies,
  logDependencies,
  type FactoryFunctionMap,
  type MathNode,
  maxDependencies,
  minDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  sinDependencies,
  smallerDependencies,
  smallerEqDependencies,
  sqrtDependencies,
  subtractDependencies,
  tanDependencies,
  tanhDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
} from 'mathjs/number';
import { enumerate, invalidInput, show } from '../problem/sentence.js';

/** How many numbers each function takes. */
const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  cbrt: [1, 1],
  cos: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  log10: [1, 1],
  log2: [1, 1],
  max: [1, Infinity],
  min: [1, Infinity],
  pow: [2, 2],
  sin: [1, 1],
  sqrt: [1, 1],
  tan: [1, 1],
  tanh: [1, 1],
};

const OPERATORS = ['+', '-', '*', '/', '^'];
const COMPARISONS = ['<', '<=', '>', '>='];

/** An expression is short; a longer one is taken for something else. */
const LONGEST = 300;

let parser: ((text: string) => MathNode) | null = null;

/** Made when it is first needed: nobody else has to wait for it. */
function parse(text: string): MathNode {
  const factories = {
    absDependencies,
    addDependencies,
    cbrtDependencies,
    cosDependencies,
    divideDependencies,
    expDependencies,
    largerDependencies,
    largerEqDependencies,
    log10Dependencies,
    log2Dependencies,
    logDependencies,
    maxDependencies,
    minDependencies,
    multiplyDependencies,
    parseDependencies,
    powDependencies,
    sinDependencies,
    smallerDependencies,
    smallerEqDependencies,
    sqrtDependencies,
    subtractDependencies,
    tanDependencies,
    tanhDependencies,
    unaryMinusDependencies,
    unaryPlusDependencies,
  } as FactoryFunctionMap;
  parser ??= create(factories).parse as (text: string) => MathNode;
  return parser(text);
}

/** The parts of mathjs's nodes that are looked at. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly content?: Node;
  readonly args?: readonly Node[];
  readonly fn?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
}

function faultOfCall({ fn, args = [] }: Node): string | null {
  const name = fn?.type === 'SymbolNode' ? (fn.name ?? '') : '';
  const [least, most] = (Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined) ?? [NaN, NaN];
  if (Number.isNaN(least)) {
    return `knows the functions ${enumerate(Object.keys(FUNCTIONS), 'and')}, but not ${show(name)}`;
  }
  if (args.length < least || args.length > most) {
    return `must give ${name} ${least} ${least === 1 ? 'number' : 'numbers'}, but gives it ${args.length}`;
  }
  return faultOf(...args);
}

function faultOfOperator({ op = '', implicit, args = [] }: Node): string | null {
  if (implicit === true) return 'must write every product with *';
  return OPERATORS.includes(op)
    ? faultOf(...args)
    : `knows ${OPERATORS.join(' ')}, but not ${show(op)} there`;
}

function faultOfCondition(node: Node | undefined): string | null {
  if (node?.type === 'ParenthesisNode') return faultOfCondition(node.content);
  const isComparison = node?.type === 'OperatorNode' && COMPARISONS.includes(node.op ?? '');
  return isComparison ? faultOf(...(node.args ?? [])) : `must have a condition such as T < 50 before its ?`;
}

/** What is not allowed in some parts of an expression; null when all is. Nothing but the listed kinds of node is. */
function faultOf(...nodes: readonly (Node | undefined)[]): string | null {
  for (const node of nodes) {
    const fault = faultOfNode(node);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfNode(node: Node | undefined): string | null {
  switch (node?.type) {
    case 'ConstantNode':
      return typeof node.value === 'number' ? null : `must be made of numbers, but has ${show(node.value)}`;
    case 'SymbolNode':
      return node.name === 'T' ? null : `knows T, the temperature in °C, but not ${show(node.name)}`;
    case 'ParenthesisNode':
      return faultOf(node.content);
    case 'OperatorNode':
      return faultOfOperator(node);
    case 'FunctionNode':
      return faultOfCall(node);
    case 'ConditionalNode':
      return faultOfCondition(node.condition) ?? faultOf(node.trueExpr, node.falseExpr);
    default:
      return 'must be made of numbers, T, + - * / ^, brackets, functions and a ? b : c alone';
  }
}

/**
 * Compiles an expression of T [°C]. Nothing in it can reach beyond arithmetic.
 *
 * @returns Its value at a temperature; NaN where it has none.
 * @throws {@link LesionModelError} 'invalid-input' with that path.
 */
export function compileExpression(text: unknown, path: string): (T: number) => number {
  const failed = (fault: string): Error =>
    invalidInput(
      path,
      `must be an expression of T such as '0.45*(1+0.02*(T-37))', but was ${show(text)}${fault}`,
    );
  if (typeof text !== 'string') throw failed('');
  if (text.length > LONGEST) throw failed(`, longer than ${LONGEST} signs`);
  // mathjs reads 0.45+2% as 0.45·1.02, 0x10 as 16 and # as the beginning of a comment.
  const odd = /[%#]|\b0[xbo]/i.exec(text);
  if (odd) throw failed(`: it must do without ${show(odd[0])}`);
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (error) {
    throw failed(`: ${error instanceof Error ? error.message : String(error)}`);
  }
  const fault = faultOfNode(tree);
  if (fault !== null) throw failed(`: it ${fault}`);
  const { evaluate } = tree.compile();
  return (T) => {
    const value: unknown = evaluate({ T });
    return typeof value === 'number' ? value : NaN;
  };
}
