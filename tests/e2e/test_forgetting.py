"""What is left of a person in the store once they have had everything wiped."""

import json
import sqlite3
from contextlib import closing


def places_of(store, number):
    """The columns of the store that hold a number, as such or somewhere in a text."""
    with closing(sqlite3.connect(store)) as connection:
        columns = connection.execute(
            "SELECT found.name, held.name FROM pragma_table_list AS found JOIN pragma_table_info(found.name) AS held"
            " WHERE found.type = 'table'"
        ).fetchall()
        return {
            f"{table}.{column}"
            for table, column in columns
            for (held,) in connection.execute(f"SELECT {column} FROM {table}").fetchall()  # noqa: S608  ours
            if str(number) in json.dumps(held, default=str)
        }


async def test_nothing_in_the_store_tells_of_a_person_who_had_everything_wiped(sandbox, bot, an, binh):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an])
    await bot.start()
    for place in (None, group):
        await an.hears(after=an.says("/hoi Suối Rằm có bao nhiêu cầu treo?", to=place))
        await an.hears(after=an.says("/theodoi Suối Rằm", to=place))
    answer = await an.hears(after=an.says("Đăng Vân bán bao nhiêu cầu treo bằng kính?"))
    await an.presses(answer, "Báo tôi khi có")
    answer = await an.hears(after=an.says("Đăng Vân có bao nhiêu cầu treo?"))
    await an.presses(answer, "Sai")
    page = await an.hears(after=an.says("/caidat"))
    await an.presses(page, "Mỗi ngày")
    [offered, *_] = await an.inline("Suối Rằm có bao nhiêu cầu treo?")
    an.posts(offered, to=group)
    await sandbox.until(lambda: not sandbox.pending)
    assert len(places_of(bot.store, an.id)) > 8
    asked = await an.hears(after=an.says("/xoadulieu"))
    await an.presses(asked, "Xóa hết")
    await sandbox.until(lambda: not sandbox.pending)
    await bot.stop()
    assert places_of(bot.store, an.id) == set()
