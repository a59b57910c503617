/** The sheet of a Phiếu kiểm tra. A workbook that has it is a copy that was sent. */
export const SLIP_SHEET = "Phiếu kiểm tra";

/** Whether a sheet's name is that of a Phiếu kiểm tra; programs write accents in two ways. */
export const isSlipSheet = (name: string) => name.normalize("NFC") === SLIP_SHEET;
