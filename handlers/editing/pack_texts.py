"""What editors see of packs that are taken back, and of what is wrong with them."""

from __future__ import annotations

TITLE = "nạp gói dữ kiện"
SEND = "Bạn gửi tệp .yaml (một gói) hoặc .zip (nhiều gói, như /xuat đã gửi). Chưa có gì thay đổi cho tới khi bạn bấm Lưu."
TOO_BIG = "Tệp này lớn quá {most} MB, mình không tải về được. Người vận hành dùng hoidap load giúp mình nhé."
LOST = "Mình chưa tải được tệp này. Bạn gửi lại giúp mình nhé."
FAULT = "Gói này chưa nạp được:"
FILE = "tệp {place}"
LINE = "dòng {place}"
FIELD = "mục {place}"
SUMMARY = "Nạp {file} thì:"
FACTS = "Dữ kiện: {added} thêm, {changed} đổi, {withdrawn} rút, {unchanged} giữ nguyên."
ARTICLES = "Bài báo thêm hoặc đổi: {count} ({ids})"
NAMES = "Tên thêm: {count} ({ids})"
TOPICS = "Chủ đề thêm: {count} ({ids})"
NOTHING = "Mọi thứ trong gói đã có rồi, không có gì để lưu."
CHANGES = {
    "new": "+ {statement}",
    "withdrawn": "− {statement}",
    "corrected": "~ {figures}: {statement}",
}
FIGURES = "{old} → {new}"
SAME_FIGURE = "vẫn số ấy"
MORE = "… và {count} dữ kiện nữa."
GONE = "Có {count} dữ kiện của các bài này không còn trong gói; mình vẫn giữ, trừ khi bạn chọn rút."
PRUNE_BUTTON = "Rút cả {count} dữ kiện không còn trong gói"
NO_PRUNE_BUTTON = "✓ Rút dữ kiện không còn trong gói"
OUTDATED = "Kho dữ kiện vừa thay đổi nên gói chưa được lưu. Bạn xem lại bản dưới đây nhé."
LOADED = "Đã lưu gói dữ kiện. Ai cần được báo thì mình báo. Muốn lấy lại thì gửi /hoantac."
WILL_BE_TOLD = "Sẽ gửi {count} tin báo tới những nơi đang theo dõi hoặc đã được trả lời."

# ── what is wrong with a pack ───────────────────────────────────────────────────────────

FAULTS = {
    "unreadable": "Mình không mở được tệp này.",
    "encoding": "Tệp không lưu ở UTF-8 (từ byte thứ {byte}). Bạn lưu lại dạng UTF-8 nhé.",
    "yaml": "Chỗ này không đúng cách viết YAML: bạn xem lại dấu ngoặc, dấu nháy, dấu hai chấm và cách thụt dòng.",
    "mapping": "Một gói gồm các mục article, names, facts, topics; tệp này thì không.",
    "deep": "Các mục lồng vào nhau quá nhiều lớp.",
    "aliases": "Gói lặp lại chính nó quá nhiều lần.",
    "key": "Tên mục phải là một từ đơn giản.",
    "key_twice": "Mục “{key}” ghi hai lần.",
    "long_number": "Con số này dài quá.",
    "tag": "Thẻ {tag} không dùng trong gói được.",
    "suffix": "Mình chỉ nhận tệp .yaml, .yml hoặc .zip.",
    "no_packs": "Trong tệp không có gói .yaml nào.",
    "zip": "Tệp .zip này hỏng, hoặc không phải .zip.",
    "unpacking": "Mình không giải nén được tệp này từ {zip}.",
    "too_many": "Tệp có nhiều gói quá; mỗi lần mình nhận nhiều nhất {most} gói.",
    "too_large": "Tệp giải nén ra lớn quá {most} MB.",
    "no_article": "Gói có dữ kiện thì phải có bài báo, ở mục article.",
    "missing": "Còn thiếu mục này.",
    "extra_forbidden": "Không có mục nào tên như vậy. Các mục được dùng: {allowed}.",
    "literal_error": "{read} không dùng được; chọn một trong: {allowed}.",
    "string_pattern_mismatch": "{read} không đúng dạng. Mã chỉ gồm chữ thường không dấu, số và . _ - /; địa chỉ bắt đầu bằng http:// hoặc https://.",
    "string_too_long": "Dài quá {max_length} ký tự.",
    "string_too_short": "Mục này đang bỏ trống.",
    "string_type": "{read} không phải chữ; bạn viết trong ngoặc kép nhé.",
    "int_type": "{read} không phải số nguyên.",
    "greater_than_equal": "{read} nhỏ quá; ít nhất là {ge}.",
    "bool_type": "{read} không rõ; viết true hoặc false.",
    "bool_parsing": "{read} không rõ; viết true hoặc false.",
    "tuple_type": 'Chỗ này phải là một danh sách, như: ["một", "hai"].',
    "model_type": "Chỗ này phải gồm các mục, mỗi mục viết như: tên: giá trị.",
    "date_from_datetime_parsing": "{read} không phải một ngày; viết như 2021-03-02.",
    "date_from_datetime_inexact": "{read} không phải một ngày; viết như 2021-03-02.",
    "datetime_from_date_parsing": "{read} không phải một thời điểm; viết như 2021-03-02T09:00:00+07:00.",
    "line_break": "Có dấu xuống dòng hoặc ký tự không dùng được.",
    "no_day": "{value} không phải một ngày; viết như 2021-03-02.",
    "no_moment": "{value} không phải một thời điểm; viết như 2021-03-02T09:00:00+07:00.",
    "no_label": "Bài báo không có tiêu đề (title) thì phải ghi bài nói về gì (about), để còn dẫn nguồn.",
    "placeholder": "{value} trong câu {example} không thay cho tên được; chỉ dùng {allowed}.",
    "order": "Ngày bắt đầu {since} lại sau ngày tính đến {as_of}.",
    "no_figure": "{value} không phải con số.",
    "needs_number": "{value}: loại {kind} cần một con số.",
    "no_date": "{value} không phải ngày hay tháng; viết như 2021-04-12 hoặc 2020-11.",
    "no_value": "{value}: loại {kind} không có giá trị.",
    "no_whole": "{value}: chỉ loại share mới tính trên một tổng số.",
    "needs_items": "Loại {kind} phải nêu các tên, ở mục items.",
    "sum": "Các phần cộng lại là {total}, không phải {value}.",
    "sum_of_none": "Ghi complete là các phần đủ cả, nhưng tổng số hoặc một phần chưa có con số.",
    "contradiction": "Câu trả lời (statement) ghi {figures}, còn con số ở đây là {value}. Bạn sửa cho khớp.",
    "unknown": "Mình không biết “{others}”: không có trong gói, cũng không có trong kho.",
    "twice": "“{others}” có hai lần trong những gói này.",
    "elsewhere": "Mã này đã thuộc về “{others}”.",
    "circle": "Như vậy nó nằm trong chính nó.",
    "otherwise": "“{key}” đã có trong kho, mà khác ở mục này. Muốn đổi thì dùng /themten hoặc /themchude.",
    "article_twice": "Bài “{key}” có hai lần, không giống nhau.",
    "other_article": "“{key}” không phải bài của gói này.",
    "other": "{message}.",
}
"""By the reason of a `PackError`; what is in braces was given with it."""
