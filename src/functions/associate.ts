/** Gives Excel our functions by the names of the metadata. Import it once, where the pane starts. */

import { danhGia, docSo, soCungKy, soVoiKh, tyLe } from "./functions";

/** Our functions by their ids in the metadata. */
const FUNCTIONS = { SOVOIKH: soVoiKh, SOCUNGKY: soCungKy, DANHGIA: danhGia, TYLE: tyLe, DOCSO: docSo } as const;

// Where Office.js did not load, the pane still has to start and say so.
if (typeof CustomFunctions !== "undefined") CustomFunctions.associate(FUNCTIONS);
