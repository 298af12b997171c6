"""Every text that an editor sees, beyond what readers see (`handlers.texts`)."""

from __future__ import annotations

# ── who may ─────────────────────────────────────────────────────────────────────────────

EDITORS_ONLY = "Việc này chỉ dành cho biên tập viên."
OWNERS_ONLY = "Việc này chỉ dành cho chủ bot."
NOT_IN_GROUPS = (
    "Việc biên tập mình chỉ làm trong trò chuyện riêng. Bạn mở @{username} rồi gửi lại lệnh này nhé."
)

# ── drafts ──────────────────────────────────────────────────────────────────────────────

STILL_OPEN = "Bạn đang làm dở: {title}. Cứ gửi tiếp khi nào sẵn sàng, hoặc gửi /huy để thôi."
ANOTHER_OPEN = "Bạn đang làm dở: {standing}. Bỏ bản ấy để bắt đầu {new}?"
REPLACE_BUTTON = "Bỏ bản cũ, bắt đầu mới"
KEEP_OLD_BUTTON = "Làm tiếp bản cũ"
DROPPED = "Đã bỏ: {title}. Không có gì thay đổi cả."
BACK_TO = "Mình quay lại: {title}."
NOTHING_OPEN = "Bạn không làm dở việc gì cả."
EXPIRED = "Bản {title} để quá {days} ngày không ai động tới nên mình đã bỏ."
DRAFT_GONE = "Bản này không còn nữa. Bạn bắt đầu lại giúp mình nhé."
SAVED = "Đã lưu."
REFUSED = {
    "unknown": "Mình chưa lưu được: không còn {others} nữa.",
    "twice": "Mình chưa lưu được: {others} có hai lần.",
    "elsewhere": "Mình chưa lưu được: mã này đã thuộc về {others}.",
    "circle": "Mình chưa lưu được: {others} sẽ nằm trong chính nó.",
    "sum": "Mình chưa lưu được: các phần của {others} không cộng lại thành tổng.",
    "needed": "Mình chưa bỏ được: {others} còn dựa vào đó.",
    "outdated": "Mình chưa lưu được: {others} vừa được người khác sửa.",
}
ALREADY_SAVED = "Bản này đã lưu rồi, mình không lưu lần nữa."
ALREADY_DROPPED = "Bản này đã bỏ rồi."
LATE = {
    "saved": "Bản {title} đã lưu lúc {moment} rồi, nên tin này đến muộn và không được ghi vào đâu cả. Muốn đổi thì bạn xem /nhatky, hoặc bắt đầu bản mới nhé.",
    "dropped": "Bản {title} đã bỏ lúc {moment} rồi, nên tin này đến muộn và không được ghi vào đâu cả. Muốn làm lại thì bạn gửi lại lệnh nhé.",
}
WAITS = "Bản này đang chờ bạn làm xong việc ở dưới."
STEP_PASSED = "Bước này đã qua rồi, mình mở lại bước hiện tại."
NO_FILES_HERE = "Ở bước này mình chỉ nhận chữ thôi bạn nhé."
EDIT_TOO_LATE = "Mình đã nhận tin ấy rồi. Muốn đổi thì bạn gửi lại, hoặc bấm nút bên dưới nhé."
CHOOSE_BUTTON = "Ở bước này bạn bấm một nút giúp mình nhé."

# ── editors ─────────────────────────────────────────────────────────────────────────────

EDITORS = "Biên tập viên"
EDITOR_COUNT = "{count} người được mời:"
EDITOR = "• {who}: từ {day}, do {by} giao"
OWNER = "• {who}: chủ bot"
NO_EDITORS = "Chưa có biên tập viên nào ngoài chủ bot."
HOW_TO_APPOINT = (
    "Thêm người: chuyển tiếp một tin nhắn của họ tới đây rồi trả lời tin ấy bằng /bientap, gửi danh bạ của họ, "
    "hoặc gõ /bientap 12345 Tên. Trong nhóm thì trả lời tin nhắn của họ bằng /bientap."
)
REMOVE_BUTTON = "Thôi: {name}"
REMOVE_SURE = "Để {who} thôi làm biên tập viên? Những gì người ấy đã sửa vẫn giữ nguyên."
REMOVE_YES_BUTTON = "Đúng, cho thôi"
BACK_BUTTON = "« Quay lại"
APPOINT_SURE = "Mời {who} làm biên tập viên?"
APPOINT_BUTTON = "Mời {name}"
APPOINTED = "Đã mời {who} làm biên tập viên."
APPOINTED_ALREADY = "{who} là biên tập viên rồi."
IS_OWNER = "{name} là chủ bot, vốn đã có quyền biên tập."
REMOVED = "Đã cho {name} thôi làm biên tập viên."
REMOVED_ALREADY = "Người này không còn là biên tập viên."
WELCOME_EDITOR = (
    "Bạn vừa được mời làm biên tập viên của Hỏi Đáp. Gửi /trogiup để xem các lệnh biên tập, "
    "chỉ dùng trong trò chuyện riêng này."
)
CANNOT_WRITE_YET = "Mình chưa nhắn được cho người ấy: họ cần mở bot và bấm Bắt đầu trước."
HIDDEN_SENDER = (
    "Người này ẩn tài khoản khi chuyển tiếp nên mình không biết mã số. Bạn gõ /bientap 12345 Tên, "
    "với mã số của họ, hoặc gửi danh bạ giúp mình nhé."
)
NO_ACCOUNT = "Danh bạ này không gắn với tài khoản Telegram nào. Bạn gõ /bientap 12345 Tên giúp mình nhé."
NOT_A_PERSON = "Mình cần một người: {read} không phải mã số tài khoản (một dãy số như 12345)."
A_BOT = "{name} là bot, không làm biên tập viên được."
SOMEBODY = "người có mã số {person}"
NUMBERED = "{name} ({person})"

# ── facts ───────────────────────────────────────────────────────────────────────────────

ADDING = "thêm dữ kiện"
CHANGING = "sửa dữ kiện"
REMOVING = "bỏ dữ kiện"
FIELDS = {
    "article": "Bài báo",
    "subject": "Nói về",
    "topic": "Chủ đề",
    "kind": "Loại",
    "value": "Con số",
    "date": "Ngày tháng",
    "of": "Trên tổng số",
    "unit": "Đơn vị",
    "items": "Tên, mục",
    "who": "Người",
    "facets": "Phạm vi riêng",
    "period": "Thời gian",
    "period.label": "Thời gian",
    "period.since": "Từ ngày",
    "period.as_of": "Tính đến ngày",
    "statement": "Câu trả lời",
    "note": "Ghi chú",
    "paragraph": "Đoạn",
    "parts": "Chia ra",
    "complete": "Chia đủ cả",
    "id": "Mã",
}
KINDS = {
    "count": "số lượng",
    "share": "tỷ lệ",
    "person": "người",
    "date": "ngày tháng",
    "list": "danh sách",
    "statement": "nhận định",
    "not_stated": "không nêu",
}
KIND_BUTTONS = {
    "count": "Số lượng: 18 cán bộ",
    "share": "Tỷ lệ: 6/10 xã, 86,2%",
    "person": "Người: là ai",
    "date": "Ngày tháng: khi nào",
    "list": "Danh sách: gồm những gì",
    "statement": "Nhận định: nói gì",
    "not_stated": "Bài báo không nêu",
}
QUESTIONS = {
    "article": "Dữ kiện nằm trong bài báo nào? Bạn bấm một bài, hoặc gõ tiêu đề, ngày đăng hay mã của bài.",
    "subject": "Dữ kiện nói về nơi nào, hay ai? Bạn bấm một tên, hoặc gõ tên.",
    "topic": "Về việc gì? Bạn bấm một chủ đề, hoặc gõ tên chủ đề.",
    "kind": "Đây là loại dữ kiện nào?",
    "value": "Con số là bao nhiêu? Gõ cả đơn vị, như: 18 cán bộ; 6/10 xã, phường; 86,2%.",
    "date": "Ngày, tháng nào? Gõ như: 12/04/2021 hoặc tháng 7/2020.",
    "of": "Trên tổng số bao nhiêu? Gõ như: 10 xã.",
    "unit": "Đơn vị là gì? Gõ như: cán bộ; hộ; %.",
    "items": "Gồm những ai, những gì? Mỗi tên một dòng, hoặc cách nhau bằng dấu chấm phẩy.",
    "facets": "Con số này chỉ tính riêng một phần nào không (như: nữ; từ xã về huyện)? Nếu là tất cả thì bấm Bỏ qua.",
    "period.label": "Vào thời gian nào? Gõ theo lời bài báo, như: từ đầu năm 2020 đến nay.",
    "period.since": "Tính từ ngày nào? Gõ như: 01/01/2020.",
    "period.as_of": "Tính đến ngày nào? Gõ như: 17/11/2020.",
    "statement": "Câu trả lời, bằng lời của bạn:",
    "note": "Cần ghi chú điều gì (như điều bài báo không nêu)?",
    "paragraph": "Nằm ở đoạn thứ mấy của bài? 0 là chú thích ảnh.",
    "parts": "Con số này chia ra thế nào? Mỗi phần một dòng, như: 4 từ xã về huyện.",
    "complete": "Các phần cộng lại có đủ cả không?",
}
SUGGESTED = "Mình gợi ý: {sentence}"
FIELD = "{field}: "
PARTS_SUM = "Cộng lại: {total}, trên tổng {whole}."
PARTS_SUM_ALONE = "Cộng lại: {total}."
TAKE_BUTTON = "Lấy câu này"
SKIP_BUTTON = "Bỏ qua"
YES_BUTTON = "Có"
NO_BUTTON = "Không"
DONE_BUTTON = "Xong"
DROP_LAST_BUTTON = "Xóa phần cuối"
COMPLETE_BUTTON = "Các phần là đủ cả"
DROP_BUTTON = "Bỏ"
SAVE_BUTTON = "Lưu"
MEND_BUTTON = "Sửa"
TO_PREVIEW_BUTTON = "Xem trước »"
AS_OF_PUBLISHED_BUTTON = "Tính đến ngày đăng bài: {day}"
CLEAR_BUTTON = "Để trống"
NEW_NAME_BUTTON = "Thêm tên mới: {text}"
NEW_TOPIC_BUTTON = "Thêm chủ đề mới: {text}"
WHICH_ONE = "“{read}” có thể là một trong những mục dưới đây:"
WHICH_FIELD = "Bạn muốn sửa mục nào?"

READERS_SEE = "Người đọc sẽ thấy"
ANSWERS = "Câu hỏi mẫu"
ASKS = {
    "share": "Tỷ lệ {topic} {at} {name} là bao nhiêu",
    "person": "Ai được nêu tên về {topic} {at} {name}",
    "date": "{topic} {at} {name} khi nào",
    "list": "{topic} {at} {name} gồm những gì",
    "statement": "{topic} {at} {name} thế nào",
}
AT = {"place": "ở", "person": "của", "organisation": "của", "document": "theo"}
ANSWERED_BY_IT = "✓ {question}"
NOT_ANSWERED_BY_IT = "✗ {question}"
ANSWERS_NOTHING = "Chưa câu hỏi mẫu nào ra dữ kiện này: người đọc có thể không tìm thấy nó."
IN_DOUBT = "Bạn xem lại: câu trả lời không nhắc tới con số {figures}."
NO_UNIT = "Bạn xem lại: con số chưa có đơn vị, người đọc chỉ thấy “{figure}”."
PARTS_EXCEED = "Bạn xem lại: các phần cộng lại ({total}) lớn hơn tổng ({whole})."
SAME_KNOWN = "Đã có dữ kiện giống hệt: {statement} ({article})"
OTHER_KNOWN = "Khác với dữ kiện đã có: {statement} ({article})"
NOTHING_DIFFERENT = "Chưa có gì khác với bản đang lưu."
BEFORE = "Trước: {text}"
AFTER = "Sau: {text}"
EMPTY = "(trống)"
WHY = "Vì sao sửa? Bạn gõ lý do là mình lưu luôn; lý do được gửi kèm tin báo."
WHY_REMOVE = "Vì sao bỏ? Bạn gõ lý do là mình bỏ luôn; lý do được gửi kèm tin báo."
REASON_TOO_LONG = "Lý do dài quá {most} ký tự, bạn viết ngắn lại giúp mình nhé."
NO_REASON_BUTTON = "Lưu, không ghi lý do"
REMOVE_NO_REASON_BUTTON = "Bỏ, không ghi lý do"
GONE_MEANWHILE = "{name} vừa bỏ dữ kiện này lúc {moment}. Bản của bạn chưa được lưu."
NOT_READY = "Chưa lưu được:"
TYPE_TO_MEND = 'Gõ ngay ở đây cũng được, như: so=19 donvi="cán bộ".'
NO_KEYS = "Mình chưa thấy mục nào trong dòng này. Bạn gõ như so=19, hoặc bấm Sửa."
WILL_BE_TOLD = "Sẽ báo cho {count} nơi đang theo dõi hoặc đã được trả lời."
NOBODY_TOLD = "Không ai cần được báo."
SAVED_FACT = "Đã lưu dữ kiện."
SAVED_CHANGE = "Đã lưu bản sửa."
SAVED_REMOVAL = "Đã bỏ dữ kiện, đã lưu vào nhật ký."
ID_IS = "Mã: {id}"

CHANGED_MEANWHILE = "{name} vừa sửa dữ kiện này lúc {moment}. Bản của bạn chưa được lưu."
SOMEBODY_ELSE = "Một người khác"
THEIRS = "Bản của họ"
YOURS = "Bản của bạn"
FROM_THEIRS_BUTTON = "Sửa tiếp từ bản của họ"
MINE_OVER_BUTTON = "Giữ bản của tôi, xem trước lại"

PROBLEMS_HEAD = "Mình chưa hiểu hết dòng này:"
YOUR_LINE = "Dòng bạn gõ, để chép lại và sửa:"
PROBLEM = "• {key}: {problem}"
PROBLEMS = {
    "quote": "dấu ngoặc kép mở ra mà chưa đóng, ở “{read}”.",
    "key": "mình không biết mục “{read}”.{allowed}",
    "twice": "có hai lần; mỗi dòng chỉ ghi một lần.",
    "missing": "còn thiếu.{allowed}",
    "unknown": "mình không tìm thấy “{read}”.{allowed}",
    "unclear": "“{read}” có thể là: {allowed}. Bạn ghi rõ một mục.",
    "number": "“{read}” không phải con số; viết như 18, 1.286, 86,2% hoặc 6/10.",
    "unclear_number": "“{read}” có thể đọc hai cách; viết 1286 hoặc 1.286 nếu là hàng nghìn, 1,29 nếu là số lẻ, ngay=… nếu là tháng.",
    "day": "“{read}” không phải một ngày; viết như 17/11/2020.",
    "month": "“{read}” không phải ngày hay tháng; viết như 12/04/2021 hoặc 7/2020.",
    "kind": "“{read}” không phải loại nào; chọn một trong: {allowed}.",
    "two_units": "“{read}” khác với “{allowed}” ghi liền con số; bạn chỉ ghi một đơn vị.",
    "no_value": "loại {allowed} không có con số, mà mình đọc thấy “{read}”.",
    "no_whole": "chỉ tỷ lệ mới tính trên một tổng số, mà mình đọc thấy “{read}”.",
    "paragraph": "“{read}” không phải số thứ tự đoạn; viết như 4, hoặc 0 nếu là chú thích ảnh.",
    "order": "ngày bắt đầu {read} lại sau ngày tính đến {allowed}.",
    "yes_or_no": "“{read}” không rõ; viết có hoặc không.",
    "part": "“{read}” thiếu con số hoặc thiếu tên phần; viết như: 4 từ xã về huyện.",
    "sum": "các phần cộng lại là {read}, không phải {allowed}. Bạn sửa lại, hoặc bỏ “đủ cả”.",
    "no_sum": "ghi là đủ cả, nhưng tổng số hoặc một phần chưa có con số.",
    "contradiction": "câu trả lời không nhắc tới con số {allowed} mà lại ghi {read}. Bạn sửa cho khớp.",
    "id": "“{read}” không làm mã được; mã chỉ gồm chữ thường không dấu, số và các dấu . _ - /.",
    "taken": "mã “{read}” đã có dữ kiện khác.",
    "long": "dài quá {allowed} ký tự: “{read}”.",
    "line_break": "“{read}” có ký tự không dùng được; bạn gõ lại phần ấy trên một dòng.",
    "other": "“{read}”: {allowed}.",
}
MAYBE_KEY = " Ý bạn là {key}=?"
ALL_KEYS = " Các mục: {keys}."
ONE_OF = " Đang có: {choices}… (xem hết: {command})."
LISTED_BY = {"article": "/nguon", "subject": "/chude", "topic": "/chude"}
ADDED_BY = {
    "article": " Chưa có bài thì thêm bằng /thembai.",
    "subject": " Chưa có tên thì thêm bằng /themten.",
    "topic": " Chưa có chủ đề thì thêm bằng /themchude.",
}
ADD_BY = " Ghi bằng {key}=…"

ONE_LINE = "Thêm dữ kiện bằng một dòng (gửi /themfact để có ví dụ chạy được ngay)"
ONE_LINE_FORM = '/themfact bai=… ve="…" chude="…" so=18 donvi="cán bộ" doan=4 :: câu trả lời'
USAGE_ADD = "Thêm một dữ kiện bằng một dòng. Dòng dưới đây chạy được ngay, bạn bấm vào để chép rồi sửa:"
USAGE_KEYS = "Các mục (viết có dấu hay không dấu đều được):"
STATEMENT_KEY = "::"
STATEMENT_MEANING = "rồi câu trả lời (bỏ trống thì mình gợi ý)"
KEYS = {
    "article": "bài báo: mã, tiêu đề hoặc ngày đăng",
    "subject": "nơi hoặc người được nói tới",
    "topic": "chủ đề",
    "kind": "loại: số, tỷ lệ, người, ngày, danh sách, câu, không nêu",
    "value": "con số, kèm đơn vị cũng được: 18 cán bộ, 6/10 xã, 86,2%",
    "date": "ngày hoặc tháng: 12/04/2021, 7/2020",
    "of": "trên tổng số",
    "unit": "đơn vị",
    "facets": "phạm vi riêng, cách nhau bằng dấu chấm phẩy: nữ; cấp xã",
    "items": "các tên, cách nhau bằng dấu chấm phẩy",
    "who": "người (thay cho loai=người muc=…)",
    "period.label": "thời gian theo lời bài báo",
    "period.since": "từ ngày",
    "period.as_of": "tính đến ngày",
    "paragraph": "đoạn trong bài, 0 là chú thích ảnh",
    "parts": 'các phần: phan="4 từ xã về huyện; 1 từ huyện về xã"',
    "complete": "có, nếu các phần là đủ cả",
    "note": "ghi chú",
    "id": "mã của dữ kiện (bỏ trống thì mình đặt)",
}
STEP_BY_STEP_BUTTON = "Làm từng bước"
USAGE_CHANGE = (
    "Sửa một dữ kiện: trả lời câu trả lời của mình bằng /suafact, hoặc gõ /suafact kèm mã hay câu hỏi, "
    "như: {example}. Hoặc bạn chọn bài báo bên dưới."
)
USAGE_REMOVE = (
    "Bỏ một dữ kiện: trả lời câu trả lời của mình bằng /xoafact, hoặc gõ /xoafact kèm mã hay câu hỏi, "
    "như: {example}. Hoặc bạn chọn bài báo bên dưới."
)
WHICH_FACT = "Bạn muốn nói tới dữ kiện nào?"
NO_SUCH_FACT = (
    "Mình không tìm thấy dữ kiện nào từ “{words}”. Bạn gõ mã hoặc câu hỏi khác, hoặc chọn bài báo bên dưới."
)
FACTS_OF = "Dữ kiện trong {article}"
REMOVE_THIS = "Bỏ dữ kiện này?"
REMOVE_THIS_TOO = "Các phần của nó ({count}) cũng được bỏ theo."
REMOVE_FACT_BUTTON = "Bỏ dữ kiện này"
KEPT_FACT = "Đã thôi. Dữ kiện vẫn giữ nguyên, không có gì thay đổi cả."
KEEP_FACT_BUTTON = "Thôi, giữ lại"
NO_ARTICLE_YET = "Chưa có bài báo nào. Bạn thêm bài trước bằng /thembai nhé."

# ── history ─────────────────────────────────────────────────────────────────────────────

HISTORY = "Nhật ký"
NO_HISTORY = "Chưa có thay đổi nào."
STEP = "#{number} · {moment} · {author}"
STEP_UNDOES = "Hoàn tác bước #{number}"
STEP_UNDONE = "Đã được hoàn tác ở bước #{number}"
STEP_WHY = "Lý do: {why}"
MORE_CHANGES = "… và {count} thay đổi nữa"
BY_PACKS = "nạp từ gói dữ liệu"
THINGS = {"fact": "dữ kiện", "name": "tên", "topic": "chủ đề", "article": "bài báo"}
THING_ADDED = "Thêm {thing} "
THING_CHANGED = "Sửa {thing} "
THING_REMOVED = "Bỏ {thing} "
THING_FIELDS = {
    "name": "Tên",
    "kind": "Loại",
    "type": "Cấp, chức",
    "aliases": "Tên khác",
    "part_of": "Thuộc về",
    "label": "Tên chủ đề",
    "phrases": "Cách gọi",
    "examples": "Câu hỏi mẫu",
    "title": "Tiêu đề",
    "about": "Nói về",
    "series": "Loạt bài",
    "publisher": "Báo",
    "author": "Tác giả",
    "published": "Ngày đăng",
    "url": "Liên kết",
    "text": "Toàn văn",
}
MORE_OF = "{field}: thêm {items}"
LESS_OF = "{field}: bớt {items}"
HISTORY_BUTTON = "« Nhật ký"
NEWEST_BUTTON = "« Mới nhất"
OLDER_BUTTON = "Cũ hơn »"
UNDO_BUTTON = "Hoàn tác #{number}"
UNDO_SURE = "Hoàn tác bước #{number}? Khi đó mình sẽ:"
LARGE_STEP = "Bước này lớn ({count} thay đổi) nên sẽ mất một lúc."
MAY_BE_TOLD = "Có thể báo tới {count} nơi đang theo dõi hoặc đã được trả lời."
UNDO_MANY = "⚠ Cả thảy {facts} dữ kiện sẽ trở lại như trước bước này. Bạn chắc chắn chứ?"
UNDO_MANY_BUTTON = "Hoàn tác #{number}: cả {facts} dữ kiện"
UNDONE = "Đã hoàn tác bước #{number}."
BEING_TOLD = "Mình sẽ báo cho {count} nơi đang theo dõi hoặc đã được trả lời."
UNDO_OUTDATED = (
    "Chưa hoàn tác được bước #{number}: {name} đã sửa tiếp lúc {moment}. "
    "Bạn hoàn tác bước sau cùng trước, hoặc sửa thẳng dữ kiện."
)
UNDO_NEEDED = "Chưa hoàn tác được bước #{number}, vì những mục này còn dựa vào đó: {others}."
UNDO_UNFIT = "Chưa hoàn tác được bước #{number}: nay không còn khớp với {others}."
UNDO_WHICH = (
    "Mình không hiểu “{read}”. Gửi /hoantac để hoàn tác lần sửa cuối của bạn, "
    "hoặc /hoantac kèm số của bước trong /nhatky."
)
NO_SUCH_STEP = "Không có bước #{number}. Gửi /nhatky để xem mọi thay đổi."
NOTHING_OF_YOURS = "Bạn chưa sửa gì nên chưa có gì để hoàn tác. Gửi /nhatky để xem mọi thay đổi."
