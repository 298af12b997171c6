import shutil
import subprocess

import httpx
import pytest

from bot.receiving import SECRET_HEADER
from tests.deploy.places import DEPLOY

PATH = "/telegram"


@pytest.fixture
def proxy(tmp_path, environment, listen, free_port):
    """Caddy with our Caddyfile before the bot, without the certificate; its address."""
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("caddy is not installed (Debian has a package of that name)")
    address = f"http://127.0.0.1:{free_port()}"
    ours = (DEPLOY / "Caddyfile").read_text(encoding="utf-8").replace("bot:8080", listen)
    config = tmp_path / "Caddyfile"
    config.write_text("{\n\tadmin off\n}\n" + ours)
    command = [program, "run", "--adapter", "caddyfile", "--config", config]
    variables = {**environment, "WEBHOOK_HOST": address}
    with subprocess.Popen(command, env=variables, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if "serving initial configuration" in line:
                break
        yield address
        process.kill()


async def test_deliveries_pass_the_proxy_and_health_and_metrics_do_not(start_bot, sandbox, proxy):
    start_bot(HOIDAP_WEBHOOK_URL=f"{proxy}{PATH}", HOIDAP_WEBHOOK_SECRET="s3cret")
    an = sandbox.person("An")
    answer = await an.hears(after=an.says("Ai là nghệ nhân làm đèn ở Đăng Vân?"), timeout=30)
    assert answer.text
    async with httpx.AsyncClient(base_url=proxy) as anybody:
        for path in ("/metrics", "/healthz", "//metrics", "/%6detrics", PATH):
            assert (await anybody.get(path)).status_code == 404
        assert (await anybody.post("/metrics")).status_code == 405
        wrong = await anybody.post(PATH, json={"update_id": 1}, headers={SECRET_HEADER: "guessed"})
        assert wrong.status_code == 403
