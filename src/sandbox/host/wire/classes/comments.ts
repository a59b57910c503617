/** Comment, CommentReply and their collections, of the workbook and of a sheet. */

import { AUTHOR, type Comment, type Reply, type Sheet } from "../../workbook/types";
import { cellArea } from "../../workbook/area";
import { tellLook } from "../../workbook/write";
import { type ApiClass, type ApiObject, type WireContext, asFlag, asText, bind } from "../api-class";
import { ApiError, invalidArgument, notFound, present } from "../api-error";
import { areaOf, rangeFrom, sheetOf } from "./places";
import { rangeObject } from "./range";
import { type SheetRef } from "./worksheet";

type Scope = SheetRef | null;

const sheetsOf = (scope: Scope, context: WireContext): readonly Sheet[] =>
  scope ? [sheetOf(context, scope)] : context.workbook.state.sheets;

interface CommentRef {
  readonly id: string;
}

function find({ id }: CommentRef, context: WireContext): { sheet: Sheet; comment: Comment } {
  for (const sheet of context.workbook.state.sheets) {
    const comment = sheet.comments.find((one) => one.id === id);
    if (comment) return { sheet, comment };
  }
  throw notFound();
}

const tell = ({ workbook }: WireContext, sheet: Sheet, { row, column }: Comment): void =>
  tellLook(workbook, sheet, cellArea(row, column));

function change(self: CommentRef, context: WireContext, patch: Partial<Comment> | null): void {
  const { sheet, comment } = find(self, context);
  context.workbook.edit.touch();
  sheet.comments = sheet.comments.flatMap((one) => (one !== comment ? one : patch ? { ...one, ...patch } : []));
  tell(context, sheet, comment);
}

interface ReplyRef {
  readonly comment: string;
  readonly id: string;
}

function findReply(self: ReplyRef, context: WireContext): Reply {
  return present(find({ id: self.comment }, context).comment.replies.find(({ id }) => id === self.id));
}

const changeReply = (self: ReplyRef, context: WireContext, patch: Partial<Reply> | null): void => {
  findReply(self, context);
  const { comment } = find({ id: self.comment }, context);
  change({ id: self.comment }, context, {
    replies: comment.replies.flatMap((one) => (one.id !== self.id ? one : patch ? { ...one, ...patch } : [])),
  });
};

const location = (id: string, context: WireContext): ApiObject => {
  const { sheet, comment } = find({ id }, context);
  return rangeObject(context.range(sheet, cellArea(comment.row, comment.column)), context);
};

const replyClass: ApiClass<ReplyRef> = {
  name: "CommentReply",
  id: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Content: {
      get: (self, context) => findReply(self, context).content,
      set: (self, value, context) => changeReply(self, context, { content: asText(value) }),
    },
    AuthorName: { get: (self, context) => findReply(self, context).author },
    AuthorEmail: { get: () => "" },
    CreationDate: { get: (self, context) => findReply(self, context).created },
    ContentType: { get: () => "Plain" },
    Resolved: { get: ({ comment }, context) => find({ id: comment }, context).comment.resolved },
  },
  methods: {
    Delete: (self, _args, context) => changeReply(self, context, null),
    GetLocation: ({ comment }, _args, context) => location(comment, context),
    GetParentComment: ({ comment }, _args, context) => bind(commentClass, { id: comment }, context),
  },
};

const repliesOf = (self: CommentRef, context: WireContext): ApiObject[] =>
  find(self, context).comment.replies.map(({ id }) => bind(replyClass, { comment: self.id, id }, context));

const repliesClass: ApiClass<CommentRef> = {
  name: "CommentReplyCollection",
  items: repliesOf,
  item: (self, args, context) => bind(replyClass, { comment: self.id, id: args.text(0) }, context),
  methods: {
    GetCount: (self, _args, context) => find(self, context).comment.replies.length,
    GetItemAt: (self, args, context) => {
      return present(repliesOf(self, context)[args.integer(0)]);
    },
    Add: (self, args, context) => {
      const { comment } = find(self, context);
      const id = context.workbook.newId("reply");
      const reply: Reply = { id, author: AUTHOR, content: args.text(0), created: new Date().toISOString() };
      change(self, context, { replies: [...comment.replies, reply] });
      return bind(replyClass, { comment: self.id, id }, context);
    },
  },
};

const commentClass: ApiClass<CommentRef> = {
  name: "Comment",
  id: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Content: {
      get: (self, context) => find(self, context).comment.content,
      set: (self, value, context) => change(self, context, { content: asText(value) }),
    },
    Resolved: {
      get: (self, context) => find(self, context).comment.resolved,
      set: (self, value, context) => change(self, context, { resolved: asFlag(value) }),
    },
    AuthorName: { get: (self, context) => find(self, context).comment.author },
    AuthorEmail: { get: () => "" },
    CreationDate: { get: (self, context) => find(self, context).comment.created },
    ContentType: { get: () => "Plain" },
    RichContent: { get: (self, context) => find(self, context).comment.content },
    Mentions: { get: () => [] },
  },
  navigations: { Replies: (self, context) => bind(repliesClass, self, context) },
  methods: {
    Delete: (self, _args, context) => change(self, context, null),
    GetLocation: ({ id }, _args, context) => location(id, context),
  },
};

const all = (scope: Scope, context: WireContext): ApiObject[] =>
  sheetsOf(scope, context).flatMap(({ comments }) => comments.map(({ id }) => bind(commentClass, { id }, context)));

const byId = (scope: Scope, id: string, context: WireContext): ApiObject | null =>
  sheetsOf(scope, context).some(({ comments }) => comments.some((comment) => comment.id === id))
    ? bind(commentClass, { id }, context)
    : null;

/** The cell that a comment is put on or looked for: an address must name its sheet unless the collection is a sheet's. */
const cellOf = (scope: Scope, value: unknown, context: WireContext) => {
  const range = rangeFrom(context, value, scope ? sheetOf(context, scope) : undefined);
  return { sheet: sheetOf(context, range), area: areaOf(range) };
};

export const commentsClass: ApiClass<Scope> = {
  name: "CommentCollection",
  items: all,
  item: (scope, args, context) => present(byId(scope, args.text(0), context)),
  methods: {
    GetCount: (scope, _args, context) => all(scope, context).length,
    GetItemAt: (scope, args, context) => present(all(scope, context)[args.integer(0)]),
    GetItemOrNullObject: (scope, args, context) => byId(scope, args.text(0), context),
    GetItemByCell: (scope, args, context) => {
      const { sheet, area } = cellOf(scope, args.at(0), context);
      const comment = sheet.comments.find(({ row, column }) => row === area.top && column === area.left);
      return bind(commentClass, { id: present(comment).id }, context);
    },
    GetItemByReplyId: (scope, args, context) => {
      const id = args.text(0);
      const comment = sheetsOf(scope, context)
        .flatMap(({ comments }) => comments)
        .find(({ replies }) => replies.some((reply) => reply.id === id));
      return bind(commentClass, { id: present(comment).id }, context);
    },
    Add: (scope, args, context) => {
      const { sheet, area } = cellOf(scope, args.at(0), context);
      // "Must be a single cell", says the documentation.
      if (area.top !== area.bottom || area.left !== area.right) throw invalidArgument();
      if (sheet.comments.some(({ row, column }) => row === area.top && column === area.left))
        throw new ApiError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
      context.workbook.edit.touch();
      const comment: Comment = {
        id: context.workbook.newId("comment"),
        row: area.top,
        column: area.left,
        author: AUTHOR,
        content: args.text(1),
        resolved: false,
        created: new Date().toISOString(),
        replies: [],
      };
      sheet.comments = [...sheet.comments, comment];
      tell(context, sheet, comment);
      return bind(commentClass, { id: comment.id }, context);
    },
  },
};
