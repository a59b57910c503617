/** The buttons on Excel's ribbon; their ids are those of the manifest. The runtime is shared, so the pane may be hidden. */

export interface RibbonCommands {
  readonly fill: () => Promise<void>;
  readonly check: () => Promise<void>;
}

/**
 * Connects the ribbon's buttons. Excel greys a button until it is told that its command is done, so that is told whatever
 * happens; failures are the commands' own to show.
 */
export function connectRibbon({ fill, check }: RibbonCommands): void {
  associate("bieuFill", fill);
  associate("bieuCheck", check);
}

function associate(id: string, command: () => Promise<void>): void {
  const run = async (event: Office.AddinCommands.Event) => {
    try {
      await showPane();
      await command();
    } catch {
      // Said in the pane by the command; an unhandled rejection would only reach a console that nobody sees.
    } finally {
      event.completed();
    }
  };
  Office.actions.associate(id, (event: Office.AddinCommands.Event) => void run(event));
}

/** Shows the pane, where the host can (SharedRuntime 1.1); elsewhere it is open already. */
async function showPane(): Promise<void> {
  const addin = Office.addin as typeof Office.addin | undefined;
  try {
    await addin?.showAsTaskpane();
  } catch {
    // A host without a shared runtime has the pane open when its script runs.
  }
}
