import type { Command } from 'commander';
import { fromJson, type Receipt, replayReceipt, toJson } from 'rf-lesion';
import { readJson } from './files.js';
import { EXIT, type Session } from './session.js';

/** A receipt, or the one in an answer that was printed with `--json`. */
async function readReceipt(file: string): Promise<Receipt> {
  const content = (await readJson(file, 'a receipt', fromJson)) as
    (Receipt & { readonly receipt?: Receipt }) | undefined;
  return (content?.receipt ?? content) as Receipt; // who repeats it checks it
}

/** Adds `rf-lesion replay`. */
export function addReplayCommand(program: Command, session: Session): void {
  program
    .command('replay')
    .description('repeat the run of a receipt and say whether it comes out the same, bit for bit')
    .argument('<receipt.json>', 'written by --receipt, or an answer that was printed with --json')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion replay receipt.json')
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      const { isSame, differing, version } = replayReceipt(await readReceipt(file));
      if (!isSame) session.exitCode = EXIT.differs;
      const versions =
        version.then === version.now
          ? ''
          : ` The receipt is of version ${version.then}, this is ${version.now}.`;
      const sentence = isSame ? 'The same, bit for bit.' : `Different: ${differing.join(', ')}.${versions}`;
      session.io.stdout.write(`${json === true ? toJson({ isSame, differing, version }) : sentence}\n`);
    });
}
