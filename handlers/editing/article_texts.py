"""What editors are told while they bring in an article."""

from __future__ import annotations

ADDING = "thêm bài báo"
SEND_TEXT = (
    "Bạn gửi nội dung bài báo vào đây: dán thẳng vào ô chat (dài thì Telegram tự cắt thành nhiều tin, mình ghép lại), "
    "chuyển tiếp một tin nhắn, hoặc gửi tệp .txt hay .docx. Gửi đủ rồi thì bấm Xong."
)
RECEIVED = "Mình đã nhận {messages} tin, {words} chữ. Còn nữa thì bạn gửi tiếp, đủ rồi thì bấm Xong."
BEGINS = "Đầu bài: “{text}”"
ENDS = "Cuối bài: “{text}”"
PIECE_ADDED = "Mình đã ghép thêm tin này vào cuối bài và đọc lại. Bạn xem lại giúp nhé."
PIECE_TOO_LATE = (
    "Bài đã lưu rồi nên tin này không được ghép vào. Muốn bài có cả đoạn này thì bạn gửi lại toàn bài bằng /thembai, "
    "rồi chọn “Thay bài đã có”."
)
NOTHING_YET = "Mình chưa nhận được nội dung nào."
NEW_BUTTON = "Thêm bài mới"
GO_ON_BUTTON = "Duyệt tiếp ({open}): {article}"
OPEN_ONES = "Còn những bài có đề xuất chưa duyệt. Bạn duyệt tiếp hay thêm bài mới?"

# ── files ───────────────────────────────────────────────────────────────────────────────

FILE_KIND = "Mình chỉ đọc được tệp .txt và .docx. Bạn lưu lại dạng ấy rồi gửi giúp mình nhé."
FILE_TOO_BIG = (
    "Tệp lớn quá: Telegram chỉ cho bot tải tệp tới {most} MB. Bạn tách bớt ảnh hoặc dán thẳng nội dung nhé."
)
FILE_EMPTY = "Tệp này không có chữ nào. Bạn xem lại giúp mình nhé."
FILE_BROKEN = "Mình không mở được tệp này: có thể tệp hỏng, hoặc không lưu ở UTF-8. Bạn lưu lại rồi gửi giúp mình, hoặc dán thẳng nội dung nhé."
FILE_LOST = "Telegram chưa đưa được tệp này cho mình. Bạn gửi lại giúp mình nhé."
TEXT_TOO_LONG = (
    "Bài dài quá {most} chữ, mình không nhận thêm được nữa. Bạn bấm Xong với phần đã có, hoặc Bỏ để làm lại."
)

# ── the record ──────────────────────────────────────────────────────────────────────────

RECORD = "Bài báo mình đọc được"
RECORD_HINT = "Bạn xem lại giúp: chỗ nào sai thì bấm vào để sửa."
FIELDS = {
    "title": "Tiêu đề",
    "author": "Tác giả",
    "published": "Ngày đăng",
    "publisher": "Báo",
    "series": "Chuyên mục",
    "about": "Nói về",
    "url": "Địa chỉ",
}
FIELD = "{field}: "
NONE = "chưa có"
PARAGRAPHS = "{paragraphs} đoạn, {words} chữ"
QUESTIONS = {
    "title": "Tiêu đề của bài là gì? Nguồn không có tiêu đề thì bấm Để trống.",
    "author": "Ai viết bài này?",
    "published": "Bài đăng ngày nào? Gõ như: 25/05/2022.",
    "publisher": "Bài đăng trên báo nào?",
    "series": "Bài thuộc chuyên mục nào?",
    "about": "Bài nói về việc gì, ở đâu? Gõ một cụm ngắn, như: công tác cán bộ ở xã Vĩnh Thịnh.",
    "url": "Địa chỉ của bài trên mạng? Bắt đầu bằng http:// hoặc https://.",
}
REPLACE_BUTTON = "Thay bài đã có"
SAVE_NEW_BUTTON = "Lưu thành bài khác"
NEEDS = "Chưa lưu được vì còn thiếu: {fields}."
NO_DAY = "Mình không đọc được ngày này. Bạn gõ như: 25/05/2022."
NO_ADDRESS = "Địa chỉ phải bắt đầu bằng http:// hoặc https:// và không có dấu cách."
TOO_LONG = "Dài quá, bạn rút ngắn giúp mình nhé."
KNOWN_ALREADY = (
    "Bài này giống một bài đã có: {article}. Thay thì nội dung và thông tin bài ấy được cập nhật, "
    "các dữ kiện đã có vẫn giữ nguyên."
)
SAVED_ARTICLE = "Đã lưu bài báo."
NOTHING_PROPOSED = (
    "Đã lưu bài báo. Mình không thấy con số nào để đề xuất; bạn thêm dữ kiện bằng /themfact khi cần nhé."
)

# ── proposals ───────────────────────────────────────────────────────────────────────────

PROPOSAL = "Đề xuất {number}/{total}"
PLACE = "{place}: "
SUM_FITS = "Cộng lại: {sum}, khớp."
SUM_FALLS_SHORT = "Cộng lại: {sum}, chưa đủ {whole}: bạn xem bài chia hết hay chỉ nêu một phần."
SUM_EXCEEDS = "⚠ Cộng lại: {sum}, lớn hơn {whole}."
DOUBT = "⚠ {doubt}"
SAME_KNOWN = "⚠ Đã có dữ kiện này: {statement}"
OTHER_KNOWN = "⚠ Đã có con số khác: {statement}"
NEW_NAME = "Tên mới, được thêm khi nhận: {name}. Muốn chọn tên đã có thì bấm Sửa."
NEW_TOPIC = "Chủ đề mới, được thêm khi nhận: {topic}. Muốn chọn chủ đề đã có thì bấm Sửa."
READERS_SEE = "Bạn đọc sẽ thấy:"
ACCEPT_BUTTON = "Nhận"
LATER_BUTTON = "Để sau"
DROP_ALL_BUTTON = "Bỏ hết ({count})"
DROP_ALL_SURE = "Bỏ cả {count} đề xuất chưa duyệt của bài này? Những gì đã nhận vẫn giữ nguyên."
ACCEPTED = "Đã lưu."
NOT_READY = "Đề xuất này chưa đủ để nhận. Bạn bấm Sửa để điền nốt giúp mình nhé."
ALL_DONE = "Xong bài này: nhận {accepted}, bỏ {dropped} đề xuất."
LEFT_FOR_LATER = "Còn {count} đề xuất chưa duyệt. Khi nào rảnh bạn gửi /thembai để duyệt tiếp."
