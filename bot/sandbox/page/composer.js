// Where people write: commands, inline results, replies and edits.

import { el, wordsOf } from "./render.js";

const $ = (id) => document.getElementById(id);
const SETTLED = 250;
const TALLEST = 160;
const COMMANDS = "Các lệnh";

export class Composer {
  constructor(page) {
    this.page = page;
    this.text = $("text");
    this.menu = null;
    this.options = [];
    this.chosen = 0;
    this.subject = null;
    this.asked = 0;
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => this.key(event));
    $("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    $("commands").addEventListener("click", () => (this.open ? this.close() : this.write("/")));
    $("about-end").addEventListener("click", () => this.clear());
    $("choose").addEventListener("click", () => { $("attach").open = false; $("file").click(); });
    $("file").addEventListener("change", () => { this.sendFiles([...$("file").files]); $("file").value = ""; });
    $("scroll").addEventListener("dragover", (event) => event.preventDefault());
    $("scroll").addEventListener("drop", (event) => { event.preventDefault(); this.sendFiles([...event.dataTransfer.files]); });
    for (const button of document.querySelectorAll("[data-sends]")) {
      button.addEventListener("click", () => {
        $("attach").open = false;
        page.ask("sends", { what: button.dataset.sends }).catch(page.complain);
      });
    }
  }

  get open() { return !$("popup").hidden; }

  write(words) {
    this.text.value = words;
    this.text.focus();
    this.changed();
  }

  clear() {
    this.subject = null;
    $("about").hidden = true;
    this.write("");
    this.close();
  }

  about(kind, message) {
    this.subject = { kind, message };
    $("about").hidden = false;
    $("about-what").textContent = kind === "edit" ? "Sửa tin nhắn" : `Trả lời ${message.from.first_name}`;
    $("about-words").textContent = wordsOf(message);
    if (kind === "edit") this.write(message.text);
    this.text.focus();
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    const { subject, page } = this;
    this.clear();
    try {
      if (subject?.kind === "edit") await page.ask("edits", { message: subject.message.message_id, text });
      else await page.ask("says", { text, reply_to: subject?.message.message_id ?? 0 });
    } catch (error) {
      this.write(text);
      page.complain(error);
    }
  }

  // What is being written goes with the first file, under it.
  async sendFiles(files) {
    const caption = this.text.value.trim();
    if (files.length) this.clear();
    try {
      for (const [at, file] of files.entries()) await this.sendFile(file, at ? "" : caption);
    } catch (error) {
      if (!this.text.value) this.write(caption);
      this.page.complain(error);
    }
  }

  async sendFile(file, caption) {
    const { person, chat } = this.page.whereabouts();
    const kept = await fetch(`/sandbox/uploads/${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    if (!kept.ok) throw new Error((await kept.json()).description);
    await this.page.ask("sends_file", { person, chat, file: (await kept.json()).file_id, caption });
  }

  changed() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, TALLEST)}px`;
    const value = this.text.value;
    const inline = this.inlineQuery(value);
    clearTimeout(this.settling);
    if (/^\/\w*$/.test(value) && this.subject?.kind !== "edit") this.offerCommands(value.slice(1));
    else if (inline !== null && this.subject?.kind !== "edit") this.settling = setTimeout(() => this.offerInline(inline), SETTLED);
    else this.close();
  }

  inlineQuery(value) {
    const name = `@${this.page.state.bot?.username} `;
    return value.toLowerCase().startsWith(name.toLowerCase()) ? value.slice(name.length) : null;
  }

  forgetMenu() { this.menu = null; }

  async offerCommands(typed) {
    this.menu ??= this.page.ask("menu").catch(() => []);
    const menu = (await this.menu).filter((entry) => entry.command.startsWith(typed.toLowerCase()));
    if (!this.text.value.startsWith("/")) return;
    this.offer(COMMANDS, menu.map((entry) => ({
      title: `/${entry.command}`, note: entry.description,
      choose: () => this.sayCommand(entry.command), fill: () => this.write(`/${entry.command} `),
    })));
  }

  sayCommand(command) {
    const group = this.page.chatOf(this.page.state.chat).type !== "private";
    this.write(group ? `/${command}@${this.page.state.bot.username}` : `/${command}`);
    this.send();
  }

  async offerInline(query) {
    const turn = ++this.asked;
    try {
      const { results, button } = await this.page.ask("inline", { query });
      if (turn !== this.asked || this.inlineQuery(this.text.value) !== query) return;
      const options = results.map((result) => ({
        title: result.title, note: result.description || result.text,
        choose: () => { this.clear(); this.page.ask("posts", { result: result.id }).catch(this.page.complain); },
      }));
      const first = button?.start_parameter && results.length ? 1 : 0;
      if (button?.start_parameter) options.unshift({ title: button.text, note: "", choose: () => this.start(button.start_parameter) });
      this.offer(options.length ? "Chọn để đăng" : "Không có gợi ý", options, first);
    } catch {
      this.offer("Bot chưa gợi ý được", []);
    }
  }

  start(parameter) {
    this.clear();
    this.page.follow(`t.me/${this.page.state.bot.username}?start=${parameter}`);
  }

  offer(title, options, first = 0) {
    this.options = options;
    if (!options.length && title === COMMANDS) return this.close();
    $("popup-title").textContent = title;
    $("options").replaceChildren(...options.map((option, at) => el("li", {
      role: "option", id: `option-${at}`, onclick: () => option.choose(), onpointermove: () => this.mark(at),
    }, el("b", {}, option.title), el("span", {}, option.note))));
    $("popup").classList.toggle("commands", title === COMMANDS);
    $("popup").hidden = false;
    this.text.setAttribute("aria-expanded", "true");
    this.mark(first);
  }

  mark(at) {
    this.chosen = (at + this.options.length) % (this.options.length || 1);
    [...$("options").children].forEach((node, number) => {
      const chosen = number === this.chosen;
      if (chosen && node.getAttribute("aria-selected") !== "true") node.scrollIntoView({ block: "nearest" });
      node.setAttribute("aria-selected", chosen);
    });
    if (this.options.length) this.text.setAttribute("aria-activedescendant", `option-${this.chosen}`);
  }

  close() {
    $("popup").hidden = true;
    this.options = [];
    this.asked++;
    this.text.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing) return;
    if (this.open && this.popupKey(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.send(); }
    if (event.key === "Escape") this.clear();
    if (event.key === "ArrowUp" && !this.text.value) { event.preventDefault(); this.editLast(); }
  }

  popupKey(event) {
    const option = this.options[this.chosen];
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" && option) this.mark(this.chosen + 1);
    else if (event.key === "ArrowUp" && option) this.mark(this.chosen - 1);
    else if (event.key === "Enter" && !event.shiftKey && option) option.choose();
    else if (event.key === "Tab" && option?.fill) option.fill();
    else return false;
    return true;
  }

  editLast() {
    const { state, history } = this.page;
    const own = history(state.chat).filter((one) => one.from.id === state.me && one.text && !one.via_bot);
    if (own.length) this.about("edit", own.at(-1));
  }
}
