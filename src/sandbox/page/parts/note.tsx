/** What stands beside the active cell: its comment, and what may be entered there. */

import { contains } from "../../host/workbook/area";
import type { Page } from "../state/page";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The words for the active cell; announced politely, so that they are heard as well as seen. */
export function CellNote({ page }: { readonly page: Page }) {
  const { row, column } = page.active();
  const sheet = page.sheet();
  const comment = sheet.comments.find((one) => one.row === row && one.column === column);
  const prompt = sheet.validations.find(
    ({ areas, prompt: { showPrompt } }) => showPrompt === true && areas.some((area) => contains(area, row, column)),
  )?.prompt;
  const [title, message] = [text(prompt?.["title"]), text(prompt?.["message"])];
  return (
    <div class="notes" role="status">
      {comment && (
        <div class="note">
          {comment.author && <strong>{comment.author}</strong>}
          <span>{comment.content}</span>
          {comment.replies.map((reply) => (
            <span key={reply.id}>
              {reply.author}: {reply.content}
            </span>
          ))}
        </div>
      )}
      {message && (
        <div class="note">
          {title && <strong>{title}</strong>}
          <span>{message}</span>
        </div>
      )}
    </div>
  );
}
