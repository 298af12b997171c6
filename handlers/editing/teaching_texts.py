"""What editors see of statistics, of packs sent out, and of teaching; the rest is in `texts`."""

from __future__ import annotations

# ── statistics ──────────────────────────────────────────────────────────────────────────

STATISTICS = "Thống kê"
TODAY = "Hôm nay"
LAST_DAYS = "{days} ngày qua"
ASKED_IN = "{when}: {asked} câu hỏi, {answered} câu có câu trả lời ({share}%)"
NOTHING_ASKED = "{when}: chưa có câu hỏi nào"
BY_STATUS = "Kết quả trong {days} ngày qua"
STATUS_COUNT = "• {status}: {count}"
STATUSES = {
    "answered": "Trả lời được",
    "quoted": "Trích nguyên văn bài báo",
    "not_stated": "Bài báo không nêu",
    "clarify": "Hỏi lại, chưa ai chọn",
    "unknown": "Chưa có dữ liệu",
}
TOPICS_ASKED = "Chủ đề được hỏi nhiều nhất"
QUESTIONS_ASKED = "Câu được hỏi nhiều nhất"
RANKED = "{rank}. {what} ({count})"
BESIDES = "Bạn đọc và tin báo"
VERDICTS = "• Ý kiến về câu trả lời: {right} Đúng, {wrong} Sai"
FOLLOWERS = "• Theo dõi: {chats} nơi trò chuyện, {follows} mục; {waiting} lời nhờ “Báo tôi khi có” đang chờ"
BACKLOG = "• Tin báo: {backlog} tin tới giờ chưa gửi xong, {given_up} tin không gửi được"
EDITS = "• Biên tập: {edits} thay đổi"
BY_DAY = "Từng ngày"
DAY_COUNT = "{day}: {asked} câu, {answered} câu có câu trả lời"
HOW_TO_CHART = "Muốn có biểu đồ, người vận hành cài thêm gói hoidap[chart]."
CHART_CAPTION = "Số câu hỏi mỗi ngày, {days} ngày qua"
CHART_TITLE = "Câu hỏi mỗi ngày, từ {first} đến {last}"
CHART_QUESTIONS = "Số câu hỏi"
CHART_ANSWERED = "Có câu trả lời"
CHART_OTHERS = "Chưa có câu trả lời"

# ── packs out and in ────────────────────────────────────────────────────────────────────

PACKS_FILE = (
    "Mọi dữ kiện, tên và chủ đề, dưới dạng các gói YAML. Gửi lại bằng /nhap, hoặc nạp bằng hoidap load."
)
FACTS_FILE = "Mọi dữ kiện dưới dạng bảng, mở được bằng Excel. Bảng này chỉ để xem, mình không đọc lại được."
FILE_TOO_LARGE = (
    "Tệp {name} lớn quá 50 MB, Telegram không nhận. Người vận hành dùng hoidap export giúp mình nhé."
)

# ── what an edit would change ───────────────────────────────────────────────────────────

WILL_ANSWER = "✓ {question} → {answer}"
WILL_NOT_ANSWER = "✗ {question} → {answer}"
IN_SHORT = {
    "not_stated": "bài báo không nêu",
    "unknown": "chưa có dữ liệu",
    "clarify": "hỏi lại cho rõ",
    "chat": "trò chuyện",
}
ALSO_CHANGES = "⚠ Những câu này cũng sẽ được trả lời khác đi:"
CHANGES_FROM_TO = "• {question}\n   trước: {before}\n   sau: {after}"
CHANGES_MORE = "… và {count} câu nữa."
WAITING_TOLD = "{count} lời nhờ “Báo tôi khi có” giờ đã có câu trả lời, mình đang gửi."

# ── names and topics ────────────────────────────────────────────────────────────────────

NAMING = "thêm, sửa tên"
MAKING_TOPIC = "thêm, sửa chủ đề"
NAME_KINDS = {
    "place": "Nơi",
    "person": "Người",
    "organisation": "Cơ quan, tổ chức",
    "document": "Văn bản",
}
RECORD_FIELDS = {
    "name": "Tên",
    "type": "Loại",
    "kind": "Nhóm",
    "aliases": "Tên khác",
    "part_of": "Thuộc",
    "label": "Chủ đề",
    "phrases": "Cách gọi",
    "examples": "Câu hỏi mẫu",
}
RECORD_QUESTIONS = {
    "name": "Tên là gì? Bạn gõ tên đầy đủ. Gõ tên đã có thì mình mở tên ấy ra sửa.",
    "type": "Đứng trước tên là gì? Gõ như: xã, huyện, đồng chí, nghị quyết.",
    "kind": "Đây là tên của gì?",
    "aliases": "Người ta còn gọi bằng tên nào khác? Mỗi tên một dòng, hoặc cách nhau bằng dấu chấm phẩy.",
    "part_of": "Thuộc nơi nào, cơ quan nào? Bạn gõ một tên mình đã biết.",
    "label": "Chủ đề tên là gì? Gõ như: Luân chuyển cán bộ. Gõ chủ đề đã có thì mình mở ra sửa.",
    "phrases": "Người hỏi gọi việc này bằng những từ nào? Mỗi cách gọi một dòng, hoặc cách nhau bằng dấu chấm phẩy.",
    "examples": "Vài câu hỏi mẫu? Mỗi câu một dòng; tên nơi, tên người trong câu mình tự thay bằng chỗ trống.",
}
ONE_LINE = "Hoặc gửi cả trên một dòng:"
ONE_LINE_EXAMPLE = {
    "name": '/themten "Vĩnh Thịnh" loai=xã ten_khac="xã Vĩnh Thịnh; VT"',
    "topic": '/themchude "Trồng cây xanh" cach_goi="trồng cây; trồng cây xanh" cau_mau="{nơi} trồng bao nhiêu cây xanh"',
}
CHOOSE_KIND = "Bạn bấm một trong các nút giúp mình nhé."
WHICH_NAME = "Bạn chọn một tên bên dưới, hoặc gõ lại đầy đủ hơn."
NO_SUCH_NAME = (
    "{field}: mình chưa biết tên “{read}”.{nearest} Chưa có thì bạn thêm tên ấy bằng /themten trước nhé."
)
UNCLEAR_NAME = "{field}: “{read}” có thể là: {alike}. Bạn ghi rõ một tên nhé."
MORE_BY_LINE = {
    "name": "Bạn bấm một nút, hoặc gửi thêm mục, như ten_khac=… hoặc thuoc=…",
    "topic": "Bạn bấm một nút, hoặc gửi thêm mục, như cach_goi=… hoặc cau_mau=…",
}
CUT_BUTTON = "✕ {text}"
NAMESAKE_BUTTON = "Đây là tên khác, trùng cách gọi"
WHICH_TO_CHANGE = "Bạn muốn đổi mục nào?"
NEW_RECORD = {"name": "Tên mới", "topic": "Chủ đề mới"}
CHANGED_RECORD = {"name": "Sửa tên đã có", "topic": "Sửa chủ đề đã có"}
PUT_IN = "+ {field}: {text}"
TAKEN_OUT = "− {field}: {text}"
NOTHING_DIFFERENT = "Chưa có gì khác với bản đang lưu. Bạn bấm Sửa để thêm bớt nhé."
TRIED = "Hỏi thử"
NO_FACTS_YET = {
    "name": "Chưa có dữ kiện nào về tên này để hỏi thử.",
    "topic": "Chưa có dữ kiện nào thuộc chủ đề này để hỏi thử.",
}
OVERLAPS = {
    "name": "“{words}” cũng là tên gọi của {other}: ai hỏi sẽ được hỏi lại là bên nào.",
    "topic": "“{words}” cũng là cách nói của chủ đề “{other}”: mình có thể hiểu sang bên ấy.",
    "common": "“{words}” là một từ thường gặp, dễ bị nhận nhầm là tên.",
    "swallows": (
        "“{words}” làm hẹp câu hỏi. Lưu cách gọi “{other}” thì ai hỏi như vậy sẽ nhận con số chung của chủ đề: "
        "chỉ lưu khi cả chủ đề là về riêng nhóm ấy, nếu không hãy tạo chủ đề riêng."
    ),
    "narrows": "“{words}” làm hẹp câu hỏi nên mình không học chữ ấy từ câu mẫu: hỏi có chữ ấy vẫn cần dữ kiện riêng.",
}
LINE_PROBLEMS = {
    "quote": "Dấu ngoặc kép mở ra mà chưa đóng, ở “{read}”.",
    "key": "Mình không biết mục “{read}”. Các mục: {keys}",
    "twice": "Có một mục ghi hai lần; mình lấy lần sau: “{read}”.",
    "kind": "“{read}” không phải nhóm nào; chọn một trong: nơi, người, cơ quan, văn bản.",
}
FIELD_FAULT = "{field}: “{read}” không dùng được. Bạn bấm Sửa để ghi lại nhé."
FIELD_FAULTS = {
    "placeholder": "{value} không thay cho tên được; chỉ dùng {{nơi}}, {{người}}, {{cơ quan}}, {{văn bản}}.",
    "string_too_long": "dài quá {max_length} ký tự.",
    "string_too_short": "đang bỏ trống.",
}
CHANGED_BY_ANOTHER = (
    "Có người vừa sửa mục này. Mình đã ghép thay đổi của bạn vào bản mới, bạn xem lại rồi lưu nhé."
)
SAVED_RECORD = {"name": "Đã lưu tên “{title}”.", "topic": "Đã lưu chủ đề “{title}”."}

# ── asked in vain ───────────────────────────────────────────────────────────────────────

UNANSWERED = "Câu hỏi chưa trả lời được: {count}"
UNANSWERED_HINT = "Hỏi nhiều nhất ở trên. Bạn bấm một số để xem và xử lý."
PART = "Có {total} cách hỏi, hỏi nhiều xếp trước; mình đang xem từ thứ {first} đến thứ {last}."
MORE_OFTEN_BUTTON = "« Hỏi nhiều hơn"
LESS_OFTEN_BUTTON = "Hỏi ít hơn »"
ALL_ANSWERED = "Hiện không có câu nào."
SET_ASIDE_LIST = "Câu hỏi đã bỏ qua: {count}"
IN_VAIN = "{number}. “{question}”\n    {counts}"
TIMES = "{count} lần hỏi"
WORDINGS = "{count} cách hỏi"
WAITING = "{count} lời nhờ báo"
CALLED_WRONG = "{count} lần bị báo Sai"
SET_ASIDE_BUTTON = "Đã bỏ qua ({count})"
TO_UNANSWERED_BUTTON = "« Câu chưa trả lời"
TO_LIST_BUTTON = "« Danh sách"
WORDING = "• “{question}” ({count})"
MORE_WORDINGS = "… và {count} cách hỏi nữa."
ANSWERED_NOW = "Hiện mình trả lời: {answer}"
UNKNOWN_WORDS = "Chữ mình chưa hiểu: {words}"
TEACH_BUTTON = "Gắn với dữ kiện đã có"
ADD_FACT_BUTTON = "Thêm dữ kiện"
SET_ASIDE_ONE_BUTTON = "Bỏ qua"
TAKE_UP_BUTTON = "Mang trở lại"
SET_ASIDE = "Đã bỏ qua. Có người hỏi thêm {again} lần nữa mình mới nhắc lại."
TAKEN_UP = "Đã mang trở lại danh sách."
GROUP_GONE = "Câu này đã có câu trả lời, hoặc không còn trong sổ."
LEANS = "Câu này nối tiếp một câu khác nên không dạy riêng được. Bạn thêm dữ kiện, hoặc bỏ qua nhé."

# ── teaching ────────────────────────────────────────────────────────────────────────────

TEACHING = "dạy cách hỏi"
TEACH_WHICH = "Dữ kiện nào trả lời câu “{question}”?"
TEACH_FIND = "Bạn bấm một số, hoặc gõ vài chữ (tên nơi, chủ đề, mã dữ kiện) để tìm."
TEACH_FOUND_NONE = "Mình chưa tìm thấy dữ kiện nào gần với câu này. Bạn gõ vài chữ để tìm nhé."
TEACH_FACT = "Gắn với: {statement}"
FACT_GONE = "Dữ kiện này không còn nữa. Bạn gõ vài chữ để tìm dữ kiện khác, hoặc gửi /huy."
LESSONS = {
    "example": "Mình sẽ học câu mẫu của chủ đề “{topic}”: {words}",
    "phrase": "Mình sẽ học một cách gọi của chủ đề “{topic}”: {words}",
    "alias": "Mình sẽ học một tên khác: {words}",
}
WAY_BUTTONS = {
    "example": "Học như câu hỏi mẫu",
    "phrase": "Học như cách gọi: {words}",
    "alias": "Học như tên khác: {words}",
}
WILL_LEARN = (
    "Từ nay những chữ này được hiểu là nói về “{topic}”, ở mọi nơi: {words}. "
    "Chữ nào chỉ một nhóm riêng (như “đoàn viên”) thì đừng dạy: hãy thêm dữ kiện."
)
TEACH_AS_PHRASE = (
    'Nếu cả cụm ấy đúng là một cách gọi chủ đề này, bạn thêm bằng /themchude "{topic}" cach_goi="…".'
)
LEFT_OUT = "Mình không học: {words}. Những chữ ấy làm hẹp câu hỏi, phải có dữ kiện nói tới."
COUNTS_OTHERWISE = (
    "Câu hỏi đếm “{counts}”, còn dữ kiện đếm “{unit}”: gắn vào thì thành trả lời sai, nên mình không học."
)
NOTHING_TO_LEARN = (
    "Mình hiểu hết các chữ trong câu này rồi, nên dạy thêm cũng không ra dữ kiện ấy. "
    "Bạn xem lại dữ kiện, hoặc thêm dữ kiện mới nhé."
)
WOULD_BE_WRONG = (
    "Dạy thế này sẽ có câu bị trả lời sai, nên mình không lưu. Bạn chọn cách khác hoặc dữ kiện khác nhé."
)
STILL_NOT = "Dạy rồi thì câu này vẫn chưa ra dữ kiện ấy, nhưng mình hiểu câu hỏi hơn."
NO_USE = "Dạy thế này chưa đổi được gì. Bạn thử cách khác ở dưới, dữ kiện khác, hoặc thêm dữ kiện."
OTHER_FACT_BUTTON = "Chọn dữ kiện khác"
NOT_TAUGHT = "Chưa lưu được: bạn xem lại các dòng có dấu ⚠ nhé."
TAUGHT = "Đã lưu. Từ tin nhắn sau mình trả lời theo cách hỏi này."
