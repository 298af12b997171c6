// The page: who one is, which chats there are, and what is said in them.

import { Composer } from "./composer.js";
import { Operator } from "./operator.js";
import { bubble, clock, dayName, el, hue, initials, serviceText, wordsOf } from "./render.js";
import { Wire } from "./socket.js";

const $ = (id) => document.getElementById(id);
const CLOSE_TOGETHER = 300;
const TYPING = 5000;
const AT_THE_END = 80;

const state = { bot: null, people: [], chats: [], messages: new Map(), me: 0, chat: 0, read: new Map(), typing: new Map() };
const acts = {
  follow,
  say: (words) => ask("says", { text: words }).catch(complain),
  write: (words) => composer.write(words),
  reply: (message) => composer.about("reply", message),
  edit: (message) => composer.about("edit", message),
  forward,
  find: (id) => flash(id),
  press,
};

const whereabouts = () => ({ person: state.me, chat: state.chat });

function ask(action, details = {}) {
  return wire.ask(action, { ...whereabouts(), ...details });
}

const isOwnLink = (href) => new RegExp(`^(https?://)?t(elegram)?\\.me/${state.bot.username}(\\?|$)`, "i").test(href);
const chatOf = (id) => state.chats.find((chat) => chat.id === id);
const listed = () => [chatOf(state.me), ...state.chats.filter((chat) => chat.type !== "private" && chat.members.includes(state.me))].filter(Boolean);
const history = (id) => [...(state.messages.get(id)?.values() ?? [])];
const nameOf = (chat) => (chat.type === "private" ? state.bot.first_name : chat.title);
const seenKey = (chat) => `${state.me}:${chat}`;

// — what the stand-in tells —

const heard = {
  state(event) {
    state.bot = event.bot;
    state.messages = new Map(Object.entries(event.messages).map(([id, list]) => [Number(id), new Map(list.map((one) => [one.message_id, one]))]));
    settle(event);
    showChat();
  },
  chat(event) {
    if (settle(event)) return showChat();
    showStatus();
    showChats();
  },
  message({ message }) {
    state.messages.get(message.chat.id)?.set(message.message_id, message);
    if (message.from.is_bot) stopTyping(message.chat.id);
    if (message.chat.id === state.chat) append(message);
    showChats();
  },
  edited: ({ message }) => redraw(message),
  reaction: ({ message }) => redraw(message),
  deleted({ message }) {
    state.messages.get(message.chat.id)?.delete(message.message_id);
    if (message.chat.id === state.chat) showLog();
    showChats();
  },
  action({ chat, action }) {
    stopTyping(chat);
    if (action === "typing") state.typing.set(chat, setTimeout(() => { stopTyping(chat); showStatus(); }, TYPING));
    showStatus();
  },
  commands: () => composer.forgetMenu(),
  call: (event) => operator.called(event),
};

// Takes in who and what there is; whether another chat is to be shown for it.
function settle(event) {
  const shown = `${state.me} ${state.chat}`;
  state.people = event.people;
  state.chats = event.chats;
  for (const chat of state.chats) if (!state.messages.has(chat.id)) state.messages.set(chat.id, new Map());
  if (!state.people.some((person) => person.id === state.me)) state.me = remembered("me", state.people) ?? state.people[0]?.id ?? 0;
  if (!listed().some((chat) => chat.id === state.chat)) state.chat = listed()[0]?.id ?? 0;
  showPeople();
  return shown !== `${state.me} ${state.chat}`;
}

function stopTyping(chat) {
  clearTimeout(state.typing.get(chat));
  state.typing.delete(chat);
  if (chat === state.chat) showStatus();
}

// — the list —

function showPeople() {
  $("person").replaceChildren(...state.people.map((person) =>
    el("option", { value: person.id, selected: person.id === state.me }, person.name)));
}

function showChats() {
  const held = [...$("chats").querySelectorAll("button")].indexOf(document.activeElement);
  $("chats").replaceChildren(...listed().map((chat) => {
    const last = history(chat.id).at(-1);
    const unread = chat.id === state.chat ? 0 : history(chat.id).filter((one) => one.message_id > (state.read.get(seenKey(chat.id)) ?? 0) && one.from.id !== state.me).length;
    return el("li", {}, el("button", { type: "button", class: "chat-row", "aria-current": chat.id === state.chat && "true", onclick: () => enter(chat.id) },
      avatar(chat),
      el("span", { class: "row-text" },
        el("span", { class: "row-top" }, el("b", {}, nameOf(chat)), last ? el("time", {}, clock(last.date)) : null),
        el("span", { class: "row-last" }, el("span", {}, last ? preview(chat, last) : "Chưa có tin nhắn"),
          unread ? el("span", { class: "badge", "aria-label": `${unread} tin chưa đọc` }, unread) : null))));
  }));
  if (held >= 0) $("chats").querySelectorAll("button")[held]?.focus();
}

function preview(chat, message) {
  const words = serviceText(message) || wordsOf(message);
  if (message.from.id === state.me) return `Bạn: ${words}`;
  return chat.type === "private" ? words : `${message.from.first_name}: ${words}`;
}

function avatar(chat) {
  const node = el("span", { class: `avatar ${chat.type === "private" ? "bot" : hue(chat.id)}`, "aria-hidden": "true" });
  if (chat.type === "private") node.append(el("img", { src: "icon.svg", alt: "" }));
  else node.append(initials(chat.title));
  return node;
}

// — the chat —

function enter(id) {
  state.chat = id;
  $("app").classList.add("in-chat");
  composer.clear();
  showChat();
  if (matchMedia("(hover: hover)").matches) $("text").focus();
}

function showChat() {
  const chat = chatOf(state.chat);
  if (!chat) return;
  remember();
  $("chat-title").textContent = nameOf(chat);
  $("chat-avatar").replaceWith(Object.assign(avatar(chat), { id: "chat-avatar" }));
  $("text").placeholder = chat.type === "private" ? "Nhập câu hỏi…" : "Nhắn cho nhóm…";
  $("blocked").checked = chatOf(state.me)?.bot_status === "kicked";
  composer.forgetMenu();
  showLog();
  showStatus();
  showChats();
}

function showStatus() {
  const chat = chatOf(state.chat);
  if (!chat) return;
  const typing = state.typing.has(chat.id);
  $("chat-status").classList.toggle("typing", typing);
  $("chat-status").textContent = typing ? "đang gõ…"
    : chat.type === "private" ? (chat.bot_status === "kicked" ? "bạn đã chặn bot" : "bot")
    : `${chat.members.length} người và bot`;
}

function showLog() {
  const log = $("log");
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  for (const message of history(state.chat)) place(message);
  log.setAttribute("aria-busy", "false");
  greet();
  read();
  toEnd();
}

function greet() {
  const chat = chatOf(state.chat);
  const empty = !history(state.chat).length;
  $("hello").hidden = !empty;
  if (!empty) return;
  $("hello-avatar").replaceWith(Object.assign(avatar(chat), { id: "hello-avatar" }));
  $("hello-avatar").classList.add("big");
  $("hello-title").textContent = nameOf(chat);
  const alone = chat.type === "private";
  $("hello-text").textContent = alone
    ? "Hỏi bằng tiếng Việt, có dấu hay không dấu đều được. Mỗi câu trả lời kèm nguồn báo."
    : `Trong nhóm, bot chỉ lên tiếng khi được nhắc tên @${state.bot.username}, được trả lời tin, hoặc với lệnh /hoi.`;
  $("begin").hidden = !alone;
}

function read() {
  const last = history(state.chat).at(-1);
  if (last) state.read.set(seenKey(state.chat), last.message_id);
}

function place(message) {
  const log = $("log");
  const before = log.querySelector(".message:last-of-type, .service:last-of-type");
  if (!before || before.dataset.day !== dayName(message.date)) {
    log.append(el("li", { class: "day" }, el("span", {}, dayName(message.date))));
  }
  log.append(entry(message, before));
}

function entry(message, before) {
  const service = serviceText(message);
  if (service) return el("li", { class: "service", "data-day": dayName(message.date) }, el("span", {}, service));
  const mine = message.from.id === state.me;
  const together = before?.dataset.from === String(message.from.id) && message.date - Number(before.dataset.date) < CLOSE_TOGETHER;
  const named = !mine && message.chat.type !== "private" && !together;
  return el("li", {
    class: `message ${mine ? "mine" : "theirs"}${together ? " together" : ""}`, id: `m${message.message_id}`,
    "data-from": message.from.id, "data-date": message.date, "data-day": dayName(message.date),
  }, bubble(message, { mine, named, acts }));
}

function append(message) {
  const near = atEnd();
  place(message);
  $("log").lastElementChild.classList.add("fresh");
  $("hello").hidden = true;
  read();
  if (near || message.from.id === state.me) toEnd();
  else $("down").hidden = false;
}

function redraw(message) {
  state.messages.get(message.chat.id)?.set(message.message_id, message);
  showChats();
  const old = $(`m${message.message_id}`);
  if (message.chat.id !== state.chat || !old) return;
  const near = atEnd();
  const held = old.contains(document.activeElement);
  const before = old.previousElementSibling?.classList.contains("message") ? old.previousElementSibling : null;
  const fresh = entry(message, before);
  old.replaceWith(fresh);
  if (held) (fresh.querySelector(".key") ?? $("text")).focus();
  if (near) toEnd();
}

function flash(id) {
  const node = $(`m${id}`);
  if (!node) return;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.add("found");
  setTimeout(() => node.classList.remove("found"), 1400);
}

const atEnd = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < AT_THE_END;

function toEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
  $("down").hidden = true;
}

// A link to the bot leads into the private chat with it, as it does in Telegram.
function follow(href) {
  if (!isOwnLink(href)) return false;
  ask("follows", { link: href }).then(() => enter(state.me), complain);
  return true;
}

async function press(message, key, button) {
  if (key.url) {
    if (!acts.follow(key.url)) window.open(key.url, "_blank", "noopener,noreferrer");
    return;
  }
  const query = key.switch_inline_query_current_chat ?? key.switch_inline_query;
  if (query !== undefined) return composer.write(`@${state.bot.username} ${query}`);
  button.classList.add("busy");
  try {
    const notice = await ask("presses", { message: message.message_id, data: key.callback_data, label: key.text });
    if (notice?.alert) alertWith(notice.text);
    else if (notice) toast(notice.text);
  } catch {
    toast("Bot chưa phản hồi nút này.");
  } finally {
    button.classList.remove("busy");
  }
}

function forward(message) {
  const { message_id } = message;
  const from = state.chat;
  $("targets").replaceChildren(...listed().map((chat) => el("button", {
    class: "plain", value: "",
    onclick: () => ask("forwards", { chat: from, message: message_id, to: chat.id }).then(() => enter(chat.id), complain),
  }, nameOf(chat))));
  $("forward").showModal();
}

// — small things —

export function toast(words) {
  const node = el("div", { class: "toast" }, words);
  $("toasts").append(node);
  setTimeout(() => node.classList.add("gone"), 3600);
  setTimeout(() => node.remove(), 4000);
}

function alertWith(words) {
  $("alert-text").textContent = words;
  $("alert").showModal();
}

function complain(error) {
  toast(error.message === "Mất kết nối" ? "Mất kết nối với máy chủ." : "Không làm được việc này.");
}

function remember() {
  sessionStorage.setItem("me", state.me);
}

function remembered(name, among) {
  const id = Number(sessionStorage.getItem(name));
  return among.some((one) => one.id === id) ? id : null;
}

function showLink(up) {
  $("link-dot").classList.toggle("up", up);
  $("link-text").textContent = up ? "Đã kết nối" : "Mất kết nối, đang thử lại…";
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

$("person").addEventListener("change", (event) => {
  state.me = Number(event.target.value);
  const here = listed().some((chat) => chat.id === state.chat && chat.type !== "private");
  if (!here) state.chat = state.me;
  composer.clear();
  showChat();
});
$("back").addEventListener("click", () => $("app").classList.remove("in-chat"));
$("begin").addEventListener("click", () => acts.say("/start"));
$("down").addEventListener("click", toEnd);
let following = true;
let height = 0;
$("scroll").addEventListener("scroll", () => {
  // what grows below is no reason to stay behind; only going up is
  const up = $("scroll").scrollTop < height;
  following = atEnd() || (following && !up);
  height = $("scroll").scrollTop;
  if (following) $("down").hidden = true;
});
const growth = new ResizeObserver(() => { if (following) toEnd(); });
growth.observe($("scroll"));
growth.observe($("log"));
$("theme").addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  setTheme(dark ? "light" : "dark");
});
$("add").addEventListener("click", () => { $("newcomer-name").value = ""; $("newcomer").showModal(); });
$("newcomer").addEventListener("close", async () => {
  const name = $("newcomer-name").value.trim();
  if ($("newcomer").returnValue !== "ok" || !name) return;
  state.me = await ask("adds", { name });
  state.chat = state.me;
  showPeople();
  showChat();
  $("text").focus();
});

if (localStorage.getItem("theme")) setTheme(localStorage.getItem("theme"));
const composer = new Composer({ state, ask, whereabouts, follow, history, chatOf, complain });
const operator = new Operator({ ask, toast, complain });
const wire = new Wire((event) => heard[event.type]?.(event), showLink);
