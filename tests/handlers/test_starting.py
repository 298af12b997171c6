from handlers.links import Link, payload

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"


async def test_a_link_to_a_question_answers_it(bot):
    [answer] = await bot.says(f"/start {payload(Link('question', QUESTION))}", number=5)
    assert "17 cầu treo" in answer.text
    assert answer.reply_to == 5


async def test_start_greets(bot):
    [greeting] = await bot.says("/start")
    assert "Hỏi Đáp" in greeting.text
