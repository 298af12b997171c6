// The drawer in which whoever runs the rehearsal makes things go wrong.

import { el } from "./render.js";

const $ = (id) => document.getElementById(id);
const KEPT = 40;

export class Operator {
  constructor({ ask, toast, complain }) {
    const act = (words, ...asked) => ask(...asked).then(() => toast(words), complain);
    $("trouble").addEventListener("click", () => this.show($("drawer").hidden));
    $("drawer-end").addEventListener("click", () => this.show(false));
    $("drawer").addEventListener("keydown", (event) => { if (event.key === "Escape") this.show(false); });
    $("faults").addEventListener("submit", (event) => {
      event.preventDefault();
      act("Đã gây sự cố cho những tin bot sắp gửi.", "fault", this.fault());
    });
    $("heal").addEventListener("click", () => act("Hết sự cố.", "heal"));
    $("again").addEventListener("click", () => act("Đã gửi lại cập nhật cuối.", "redeliver"));
    $("blocked").addEventListener("change", ({ target }) =>
      act(target.checked ? "Đã chặn bot." : "Đã bỏ chặn bot.", "blocks", { blocked: target.checked }));
  }

  show(open) {
    $("drawer").hidden = !open;
    $("trouble").setAttribute("aria-expanded", open);
    (open ? $("faults").querySelector("input:checked") : $("trouble")).focus();
  }

  fault() {
    const kind = $("faults").elements.fault.value;
    const settings = { method: "sendMessage", times: Number($("times").value) || 1 };
    if (kind === "reset") return { ...settings, kind };
    if (kind === "lost") return { ...settings, kind: "reset", effect: true };
    return { ...settings, error: Number(kind), retry_after: Number($("wait").value) || 1 };
  }

  called({ method, outcome, description }) {
    const good = outcome === 200;
    $("calls").prepend(el("li", { class: good ? "good" : "bad", title: description || false },
      el("span", {}, method), el("b", {}, outcome ?? "…")));
    while ($("calls").children.length > KEPT) $("calls").lastElementChild.remove();
  }
}
