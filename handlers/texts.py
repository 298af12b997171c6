"""Every text a person sees that is not itself an answer (those are in `knowledge.wording`)."""

from __future__ import annotations

# ── around an answer ────────────────────────────────────────────────────────────────────

READ_AS = "(Mình hiểu câu hỏi là: {reading})"
YOU_MAY_ASK = "Bạn có thể hỏi:"
PERIOD = "Thời điểm: {period}."
NOTE = "Lưu ý: {note}"
SOURCE = "Nguồn: "
ARTICLE_ABOUT = "bài báo về {about}"
PARAGRAPH = "đoạn {number}"
CAPTION = "chú thích ảnh"

ASK_ME = "Bạn muốn hỏi gì? Trả lời tin nhắn này bằng câu hỏi của bạn nhé."
ASK_ME_HINT = "Câu hỏi của bạn"
ONLY_TEXT = "Mình mới chỉ đọc được chữ thôi, bạn gõ câu hỏi giúp mình nhé! Cần gợi ý thì gửi /trogiup."
UNKNOWN_COMMAND = "Mình chưa biết lệnh này. Gửi /trogiup để xem mình làm được những gì nhé."

MANY_QUESTIONS = "Mình nhận được hết câu hỏi của bạn rồi, mình trả lời lần lượt nhé."

# ── buttons ─────────────────────────────────────────────────────────────────────────────

SOURCE_BUTTON = "Nguồn"
RIGHT_BUTTON = "Đúng"
WRONG_BUTTON = "Sai"
TELL_ME_BUTTON = "Báo tôi khi có"
EDIT_BUTTON = "Sửa dữ kiện"
ADD_BUTTON = "Thêm dữ kiện"
CHOSEN = "✓ {label}"

OLD_BUTTON = "Nút này đã cũ, mình không mở được nữa. Bạn hỏi lại giúp mình nhé."
GONE = "Mình không còn giữ câu hỏi này nữa. Bạn hỏi lại giúp mình nhé."
NOT_A_CHOICE = "Câu hỏi này đã được trả lời rồi."
BUSY = "Mình đang làm, bạn chờ một chút nhé…"

# ── when something goes wrong ───────────────────────────────────────────────────────────

FAILED = (
    "Xin lỗi bạn, mình vừa gặp trục trặc nên chưa trả lời được. Bạn thử lại sau ít phút nhé.\nMã sự cố: {id}"
)
FAILED_NOTICE = "Xin lỗi bạn, mình vừa gặp trục trặc. Mã sự cố: {id}"
ALERT = "Sự cố {id}: {kind}. Chi tiết nằm trong nhật ký."

# ── right or wrong, and tell me ─────────────────────────────────────────────────────────

VERDICT_KEPT = {
    "right": "Cảm ơn bạn! Mình đã ghi lại: {label}.",
    "wrong": "Cảm ơn bạn đã báo. Mình đã ghi lại: {label}.",
}
VERDICT_CHANGED = "Mình đã đổi ý kiến của bạn thành: {label}."
VERDICT_AGAIN = "Bạn đã chọn {label} rồi, mình vẫn nhớ."
WISHED = "Mình đã ghi lại rồi: khi nào có dữ liệu, mình sẽ báo bạn."
WISHED_BEFORE = "Bạn đã nhờ mình báo câu này rồi, mình vẫn nhớ."

# ── browsing ────────────────────────────────────────────────────────────────────────────

TOPICS = "Chủ đề mình có dữ liệu"
TOPICS_HINT = "Bạn chọn một chủ đề để xem câu hỏi mẫu và những nơi mình biết."
TOPIC_HINT = "Bạn bấm một câu hỏi để xem câu trả lời, hoặc chọn một nơi để xem mọi chủ đề về nơi ấy."
PLACES = "Những nơi, người và văn bản mình có dữ liệu"
PLACES_HINT = "Bạn chọn một tên để xem mình biết gì."
PLACE_HINT = "Bạn chọn một chủ đề để xem câu trả lời."
KNOWN_OF = "Mình biết gì về {name} ›"
ARTICLES = "Các bài báo mình đã đọc"
ARTICLES_HINT = "Mới nhất ở trên cùng. Bạn chọn một bài để xem các dữ kiện trong bài."
TO_TOPICS = "Chủ đề"
BY_PLACE = "Xem theo nơi"
BY_SOURCE = "Nguồn tin"
FIRST = "« {number}"
LAST = "{number} »"
BEFORE = "‹ Trước"
AFTER = "Sau ›"
BACK_TO_TOPICS = "« Chủ đề"
BACK_TO_PLACES = "« Các nơi"
BACK_TO_ARTICLES = "« Nguồn tin"
PAGE_OF = "Dữ kiện, trang {number}/{pages}:"
WRITTEN_SO = "bài báo viết"
LEFT_OPEN = "Bài báo không nêu"
SOMEWHERE = "không rõ đoạn"
SHARE = "Chia sẻ: "
AUTHOR = "Tác giả"
PUBLISHED = "Ngày đăng"
PUBLISHER = "Báo"
SERIES = "Chuyên mục"
ARTICLE_IS_ABOUT = "Nói về"
ADDRESS = "Địa chỉ"
NOT_GIVEN = "nguồn không nêu"
WHOLE_ARTICLE = "Xem cả bài: {about}"
PAGE_GONE = "Mục này không còn nữa. Bạn mở lại bằng /chude giúp mình nhé."
SOURCE_GONE = "Dữ kiện của câu trả lời này không còn nữa. Bạn hỏi lại giúp mình nhé."

# ── first words ─────────────────────────────────────────────────────────────────────────

WELCOME = "Chào bạn! Mình là Hỏi Đáp."
WHAT_I_DO = (
    "Mình trả lời câu hỏi bằng đúng con số, tên người, ngày tháng trong các bài báo địa phương, lần nào cũng kèm nguồn. "
    "Điều gì bài báo không nêu, mình nói thẳng là không nêu."
)
HOW_TO_ASK = (
    "Bạn cứ gõ câu hỏi bằng tiếng Việt, có dấu hay không dấu đều được. Sửa câu hỏi thì mình sửa câu trả lời."
)
HOW_TO_ASK_IN_A_GROUP = (
    "Trong nhóm, bạn nhắc tên @{username}, trả lời tin nhắn của mình, hoặc dùng /hoi kèm câu hỏi."
)
HOW_TO_ASK_INLINE = "Ở bất cứ đâu, gõ @{username} kèm câu hỏi rồi chọn câu trả lời để gửi."
TRY_THESE = "Bạn bấm thử một câu dưới đây nhé:"
COMMANDS = "Các lệnh"
COMMAND_ALSO = " (hoặc /{alias})"
LINKS = "Liên kết để mở nhanh hoặc gửi cho người khác"
LINK_GONE = "Liên kết này không còn dùng được nữa, nhưng bạn cứ hỏi mình nhé."
HELLO_GROUP = (
    "Chào cả nhà! Mình là Hỏi Đáp, tra giúp con số trong các bài báo địa phương, luôn kèm nguồn. "
    "Mọi người gõ /hoi kèm câu hỏi, hoặc nhắc tên @{username} nhé. Còn lại mình sẽ im lặng."
)

# ── following ───────────────────────────────────────────────────────────────────────────

FOLLOW = "Theo dõi"
FOLLOW_HINT = (
    "Bạn bấm một mục để theo dõi, bấm lần nữa để thôi. Có dữ kiện mới, đính chính hay bài báo mới là mình báo. "
    "Cũng có thể gõ tên nơi, tên chủ đề sau lệnh /theodoi."
)
FOLLOW_THIS = "Theo dõi {label}"
ALL = "Tất cả"
ALL_WORDS = ("tất cả", "mọi tin", "mọi thứ", "all")
EVERYTHING = "tất cả tin mới"
SINGLE_TOPICS = "Từng chủ đề ›"
MORE_NAMES = "Nơi khác ›"
MORE_TOPICS = "Chủ đề khác ›"
FOLLOW_NAMES = "Theo dõi một nơi, một người hay một văn bản"
FOLLOW_TOPICS = "Theo dõi một chủ đề"
FOLLOW_TOPICS_OF = "Theo dõi {name} theo từng chủ đề"
BACK = "« Quay lại"
CHOOSE_FOLLOW = "Chọn mục để theo dõi"
CHOOSE_OTHER = "Chọn mục khác ›"
CHOOSE_BELOW = "Bạn chọn bên dưới giúp mình nhé."
FOLLOWED = "Đang theo dõi"
FOLLOWED_HINT = "Bạn bấm mục nào thì mình thôi báo mục ấy, bấm lần nữa để theo dõi lại. “Tất cả” là thôi hết."
FOLLOWING_NOTHING = "Ở đây chưa theo dõi mục nào."

FOLLOWS_NOW = "Đã theo dõi {labels}."
FOLLOWS_ALREADY = "Đã theo dõi {labels} từ trước rồi."
FOLLOWS_NO_MORE = "Đã thôi theo dõi {labels}."
NOT_FOLLOWED = "Ở đây không theo dõi {labels}."
STOPPED_ALL = "Đã thôi theo dõi tất cả."
TOLD_HOW = "Có gì mới, mình báo {pace}. Đổi cách báo: /caidat. Thôi theo dõi: /huytheodoi."
NO_PLACE_TO_FOLLOW = "Mình chưa có dữ liệu về {places} nên chưa theo dõi được."
NO_TOPIC_TO_FOLLOW = "Mình chưa có mục nào về “{words}”."
WHICH_TO_FOLLOW = "Bạn muốn theo dõi mục nào?"
ADMINS_ONLY = "Trong nhóm, chỉ quản trị viên mới đổi được mục theo dõi và cài đặt của nhóm."

# ── notices ─────────────────────────────────────────────────────────────────────────────

NEW_ARTICLE = "Bài báo mới: {about}"
SEVERAL_CHANGES = "{count} thay đổi trong bài báo về {about}"
CHANGED = {"new": "Dữ kiện mới", "corrected": "Đính chính", "withdrawn": "Rút lại"}
CORRECTED_OTHERWISE = "Đính chính (vẫn là {figure})"
STOOD_BEFORE = "Trước đó: {statement}"
USED_NO_MORE = "Mình không dùng dữ kiện này để trả lời nữa."
WHY = "Lý do: {why}"
MORE_CHANGES = "… và {count} dữ kiện nữa. Bạn bấm Nguồn để xem cả bài."
TOLD_ON = "Bạn đã được cho biết con số này ngày {day}."
TOLD_ON_IN_A_GROUP = "Ở nhóm này, con số ấy đã được đưa ra ngày {day}."
TOLD_BEFORE = "Con số này từng được đưa ra ở đây."
TOLD_OTHERWISE = "Ngày {day}, con số được đưa ra ở đây là: {figure}."
DIGEST = "Tin theo dõi: {count} tin"
DIGEST_GOES_ON = "Tin theo dõi (tiếp)"
MORE_NEWS = "… và {count} tin nữa."
MORE_NEWS_BUTTON = "Xem {count} tin nữa"
NO_MORE_NEWS = "Những tin này không còn nữa."
NUMBERED = "{number}. {title}"
NUMBERED_SOURCE = "Nguồn {number}"
STOP_BUTTON = "Thôi theo dõi"
NO_CORRECTIONS_BUTTON = "Thôi báo đính chính"
NO_CORRECTIONS = "Đã thôi báo đính chính. Muốn báo lại: /caidat."
FOLLOWED_NO_MORE = "Ở đây không còn theo dõi mục này nữa."
WISHED_FOR = "Bạn đã nhờ mình báo khi có câu trả lời. Giờ thì có rồi:"
WISHED_FOR_BY = " đã nhờ mình báo khi có câu trả lời. Giờ thì có rồi:"
YOU = "Bạn"

# ── settings ────────────────────────────────────────────────────────────────────────────

SETTINGS = "Cài đặt báo tin"
SETTINGS_HINT = "Bạn bấm nút để đổi. Dấu ✓ là đang chọn. Mục đang theo dõi: /theodoi, /huytheodoi."
SETTING_PACE = "• Tin theo dõi: báo {pace}."
SETTING_QUIET = "• Giờ yên lặng: từ {start} đến {end}. Tin trong lúc ấy mình để dành tới {end}."
SETTING_NOT_QUIET = "• Giờ yên lặng: tắt."
SETTING_CORRECTIONS = {
    True: "• Con số từng đưa ra ở đây mà sau đó được đính chính: mình báo.",
    False: "• Con số từng đưa ra ở đây mà sau đó được đính chính: mình không báo.",
}
PACES = {
    "at_once": "ngay khi có",
    "daily": "gộp mỗi ngày một lần, lúc {hour}",
    "weekly": "gộp mỗi tuần một lần, {weekday} lúc {hour}",
}
PACE_BUTTONS = {"at_once": "Báo ngay", "daily": "Mỗi ngày", "weekly": "Mỗi tuần"}
HOUR = "{hour} giờ"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
HOUR_BUTTON = "Giờ báo: {hour}"
WEEKDAY_BUTTON = "Ngày báo: {weekday}"
QUIET_BUTTON = "Giờ yên lặng"
QUIET_FROM_BUTTON = "Yên lặng từ {hour}"
QUIET_TO_BUTTON = "Yên lặng đến {hour}"
CORRECTIONS_BUTTON = "Báo đính chính"
CHOOSE_SETTING = {
    "h": "Mỗi lần báo vào lúc mấy giờ?",
    "w": "Mỗi tuần báo vào ngày nào?",
    "f": "Giờ yên lặng bắt đầu từ mấy giờ?",
    "t": "Giờ yên lặng kéo dài đến mấy giờ?",
}
SETTING_SAVED = "Đã lưu."

# ── privacy ────────────────────────────────────────────────────────────────

PRIVACY = "Mình lưu những gì về bạn"
PRIVACY_TEXT = (
    "• Câu bạn hỏi, cùng kết quả, thời điểm, mã số tài khoản và mã số cuộc trò chuyện: giữ {days} ngày rồi xóa.",
    "• Câu chưa có câu trả lời, hoặc bị báo Sai: biên tập viên đọc được lời câu hỏi và số lần hỏi, không thấy ai hỏi.",
    "• Câu hỏi gần nhất nói về gì, để hiểu câu hỏi nối tiếp của bạn trong {minutes} phút: cũng xóa sau {days} ngày.",
    "• Ý kiến Đúng hoặc Sai của bạn về một câu trả lời: xóa cùng câu hỏi ấy.",
    "• Lời nhờ “Báo tôi khi có”: giữ cho tới khi mình báo được, hoặc tới khi bạn xóa.",
    "• Mục bạn theo dõi và cài đặt báo tin: giữ cho tới khi bạn đổi hoặc xóa.",
    "• Con số nào đã cho bạn hay nhóm của bạn biết, lúc nào, để báo lại khi con số ấy được đính chính: giữ {told} ngày.",
    "• Câu trả lời bạn gửi đi bằng @tên của mình cũng vậy, để sửa ngay trong tin ấy; gửi cho ai thì mình không biết.",
    "• Những tin đã báo và sắp báo cho bạn, để không tin nào sót hay báo hai lần: xóa sau {days} ngày.",
    "• Nếu bạn là biên tập viên: việc đang làm dở, giữ lâu nhất {days} ngày; tên, mã số tài khoản, ai mời bạn và những gì bạn đã sửa, lúc nào.",
    "• Nhật ký sửa đổi được giữ mãi để tra lại và hoàn tác, nên /xoadulieu không đụng tới.",
    "• Ai đặt mục theo dõi cho một nhóm: chỉ mã số tài khoản. Bạn xóa thì mục của nhóm vẫn còn, mã số thì không.",
)
PRIVACY_NOT = "Trừ tên của biên tập viên, mình không lưu tên, số điện thoại hay ảnh của bạn, và trong nhóm không lưu tin nhắn nào không gửi cho mình."
PRIVACY_FORGET = (
    "Gửi /xoadulieu để xóa ngay tất cả những thứ trên, chỉ trừ nhật ký sửa đổi của biên tập viên."
)
FORGET = (
    "Bạn muốn mình xóa mọi thứ mình lưu về bạn: các câu đã hỏi, ý kiến Đúng hoặc Sai, lời nhờ báo tin, "
    "mục theo dõi, cài đặt và những tin sắp báo? "
    "Xóa rồi thì không lấy lại được."
)
FORGET_EDITOR = (
    "Việc biên tập bạn đang làm dở cũng mất. Còn tên, mã số của bạn trong nhật ký sửa đổi thì vẫn giữ: "
    "thay đổi nào cũng phải tra lại được là của ai."
)
FORGET_BUTTON = "Xóa hết"
KEEP_BUTTON = "Thôi, giữ lại"
FORGOTTEN = (
    "Đã xóa {count} câu hỏi cùng mọi ý kiến, lời nhờ báo tin, mục theo dõi, cài đặt và ngữ cảnh trò chuyện của bạn. "
    "Các nút dưới những câu trả lời cũ vì thế không dùng được nữa."
)
KEPT = "Mình không xóa gì cả."
NOT_YOURS = "Nút này dành cho người đã gửi lệnh. Bạn gửi /xoadulieu để xóa dữ liệu của chính bạn nhé."

# ── inline ──────────────────────────────────────────────────────────────────────────────

INLINE_NOTHING = "Chưa có câu trả lời, bấm để hỏi riêng mình"
INLINE_OPEN = "Mở Hỏi Đáp"
INLINE_SOURCE = "{source} · {published}"
