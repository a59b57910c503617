/** What the server says, in both languages. */

export const TEXTS = {
  address: (port: number) => `Biểu Y tế: http://localhost:${port}`,
  what: [
    "Bản thử trong trình duyệt, đứng thay cho Excel: sổ tính và ngăn Biểu Y tế chạy trên máy này, không gửi gì ra ngoài. Dừng bằng Ctrl+C.",
    "A stand-in for Excel in the browser, for trying and testing: workbook and pane run on this machine, nothing leaves it. Stop with Ctrl+C.",
  ],
  notBuilt: (path: string) =>
    `Chưa có ${path}: hãy chạy “npm start” để dựng trang thử trước. (Not built yet: run "npm start".)`,
  noOffice: (path: string) => `Thiếu ${path}: hãy chạy “npm ci”. (Office.js is missing: run "npm ci".)`,
  badPort: (port: string) => `PORT=${port} không phải là số cổng từ 1 đến 65535. (PORT is no port number.)`,
  noPort: (port: number) =>
    `Không có cổng nào trống từ ${port} trở đi. Hãy đặt cổng khác, ví dụ: PORT=4000 npm start. (No port is free.)`,
} as const;
