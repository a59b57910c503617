/** Below this confidence a person should look at what a row was taken for. Alone here, since the pane's first script needs no more. */
export const SURE = 0.9;
