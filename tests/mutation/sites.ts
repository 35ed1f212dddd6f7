import ts from 'typescript';
import type { SourceFile } from '../house/source-files.js';
import { kindOfOperator, MATH, OPERATORS, otherNumbers } from './operators.js';

/** One change of one file. */
export interface Mutant {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly kind: string;
  /** 'before → after', of the change and a little around it. */
  readonly what: string;
  /** The characters that `text` replaces. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a file offers. */
export interface Sites {
  readonly mutants: readonly Mutant[];
  /** What is left alone, by kind. */
  readonly excluded: ReadonlyMap<string, number>;
}

/** Longest text that is shown around a change. */
const SHOWN = 70;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The smallest expression or statement around a change that says something, if it is short. */
function surroundings(node: ts.Node): ts.Node {
  const { parent } = node;
  const isShort = oneLine(parent.getText()).length <= SHOWN;
  return isShort && !ts.isSourceFile(parent) && !ts.isBlock(parent) ? parent : node;
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}

function isTypeOnly(node: ts.Node): boolean {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node))
  );
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Whether a node is what a `for` does after each turn. */
const isIncrement = (node: ts.Node): boolean =>
  ts.isForStatement(node.parent) && node.parent.incrementor === node;

/** Whether a node is the index of `a[0]` or `a[1]`. */
function isFirstIndex(node: ts.NumericLiteral): boolean {
  const { parent, text } = node;
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === node && Number(text) <= 1;
}

/** Whether a statement leaves a function or a turn before its end. */
function leavesEarly(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  if (!ts.isReturnStatement(node)) return false;
  const { parent } = node;
  const within = ts.isBlock(parent) ? parent.parent : parent;
  return ts.isIfStatement(within) || ts.isCaseClause(parent);
}

/** All places of a file that can be changed, each with one change. */
export function sitesOf({ path, text }: SourceFile, random: () => number): Sites {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const excluded = new Map<string, number>();
  const leaveOut = (kind: string): void => void excluded.set(kind, (excluded.get(kind) ?? 0) + 1);

  /** Writes one of several texts instead of a node. */
  function replace(
    kind: string,
    node: ts.Node,
    options: readonly string[],
    around = surroundings(node),
  ): void {
    const [start, end] = [node.getStart(), node.getEnd()];
    const replacement = options[Math.floor(random() * options.length)]!;
    const before = around.getText();
    const from = start - around.getStart();
    const after = before.slice(0, from) + replacement + before.slice(end - start + from);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const what = `${shortened(before)} → ${shortened(after)}`;
    mutants.push({ file: path, line, kind, what, start, end, text: replacement });
  }

  function binary(node: ts.BinaryExpression): void {
    const { left, operatorToken, right } = node;
    const operator = operatorToken.getText();
    const others = OPERATORS[operator];
    if (operator === '??') replace('logical operator', node, [left.getText(), right.getText()], node);
    else if (others === undefined) return;
    else if (operator === '+' && (isText(left) || isText(right))) leaveOut('joined text');
    else if (isIncrement(node)) leaveOut('what a loop counts by');
    else replace(kindOfOperator(operator), operatorToken, others, node);
  }

  function unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): void {
    const { operator, operand } = node;
    if (operator === ts.SyntaxKind.MinusToken) replace('unary minus', node, [operand.getText()]);
    else if (operator === ts.SyntaxKind.ExclamationToken) replace('negation', node, [operand.getText()]);
    else if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) {
      if (isIncrement(node)) leaveOut('what a loop counts by');
      else {
        const other = operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++';
        const name = operand.getText();
        replace('assignment', node, [ts.isPrefixUnaryExpression(node) ? other + name : name + other]);
      }
    }
  }

  function condition(expression: ts.Expression, options: readonly string[]): void {
    replace('condition', expression, options);
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      leaveOut('imports and exports');
      return;
    }
    if (isTypeOnly(node)) {
      leaveOut('types');
      return;
    }
    if (ts.isThrowStatement(node)) {
      leaveOut('thrown errors');
      return;
    }
    if (isText(node)) {
      leaveOut('texts');
      return;
    }
    if (ts.isBinaryExpression(node)) binary(node);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) unary(node);
    else if (ts.isNumericLiteral(node)) {
      if (isFirstIndex(node)) leaveOut('indices 0 and 1');
      else replace('number', node, otherNumbers(Number(node.text)));
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) replace('boolean', node, ['false']);
    else if (node.kind === ts.SyntaxKind.FalseKeyword) replace('boolean', node, ['true']);
    else if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Math') {
      const others = MATH[node.name.text];
      if (others) replace('Math', node, others);
      else leaveOut('Math without a counterpart');
    } else if (ts.isIfStatement(node)) condition(node.expression, ['true', 'false']);
    else if (ts.isConditionalExpression(node)) condition(node.condition, ['true', 'false']);
    else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) condition(node.expression, ['false']);
    else if (leavesEarly(node)) replace('early return', node, [';']);
    ts.forEachChild(node, visit);
  }

  visit(source);
  return { mutants, excluded };
}

/** The text of a file with a change. */
export function mutated(text: string, mutant: Mutant): string {
  return text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end);
}
