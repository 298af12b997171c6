// Messages as people see them: formatted text, quotes, keyboards, files.

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

const time = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("vi", { weekday: "long", day: "numeric", month: "long" });

export const clock = (seconds) => time.format(seconds * 1000);

export function dayName(seconds) {
  const date = new Date(seconds * 1000);
  return date.toDateString() === new Date().toDateString() ? "Hôm nay" : day.format(date);
}

export function initials(name) {
  const words = name.replace(/\(.*\)/, "").trim().split(/\s+/);
  return [words[0], ...words.slice(1).slice(-1)].map((word) => word[0] ?? "").join("").toUpperCase() || "?";
}

export const hue = (id) => `hue-${Math.abs(id) % 7}`;

export function wordsOf(message) {
  if (message.text ?? message.caption) return message.text ?? message.caption;
  if (message.sticker) return "Nhãn dán";
  if (message.photo) return "Ảnh";
  if (message.voice) return "Tin thoại";
  return message.document ? message.document.file_name : "";
}

export function serviceText(message) {
  if (message.new_chat_members) return `${message.new_chat_members[0].first_name} đã vào nhóm`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} đã rời nhóm`;
  if (message.migrate_from_chat_id) return "Nhóm đã được nâng cấp";
  return "";
}

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

// Offsets count UTF-16 units, as JavaScript's strings do.
export function formatted(text, entities, acts) {
  const build = (begin, end, inside) => {
    const parts = [];
    let at = begin;
    let rest = inside;
    while (rest.length) {
      const [entity, ...later] = rest;
      const stop = Math.min(entity.offset + entity.length, end);
      if (entity.offset > at) parts.push(text.slice(at, entity.offset));
      const nested = later.filter((other) => other.offset < stop);
      parts.push(dress(entity, text.slice(entity.offset, stop), build(entity.offset, stop, nested), acts));
      at = BLOCKS.has(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
      rest = later.filter((other) => other.offset >= stop);
    }
    if (at < end) parts.push(text.slice(at, end));
    return parts;
  };
  return build(0, text.length, entities ?? []);
}

function dress(entity, words, children, acts) {
  const link = (href) => el("a", {
    href, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => acts.follow(href) && event.preventDefault(),
  }, ...children);
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(/^\w+:\/\//.test(words) ? words : `http://${words}`);
    case "email": return link(`mailto:${words}`);
    case "bot_command": return el("button", { type: "button", class: "inline-link", onclick: () => acts.say(words) }, ...children);
    case "mention": return el("button", { type: "button", class: "inline-link", onclick: () => acts.write(`${words} `) }, ...children);
    case "hashtag":
    case "text_mention": return el("span", { class: "inline-link" }, ...children);
    case "spoiler": return spoiler(children);
    case "blockquote": return el("blockquote", {}, ...children);
    case "expandable_blockquote": return expandable(children);
    default: return el(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

function spoiler(children) {
  const node = el("button", { type: "button", class: "spoiler", "aria-label": "Hiện phần bị che" }, ...children);
  node.addEventListener("click", () => { node.classList.add("shown"); node.removeAttribute("aria-label"); });
  return node;
}

function expandable(children) {
  const more = el("button", { type: "button", class: "more" }, "Xem thêm");
  const quote = el("blockquote", { class: "folded" }, el("span", {}, ...children), more);
  more.addEventListener("click", () => {
    more.textContent = quote.classList.toggle("folded") ? "Xem thêm" : "Thu gọn";
  });
  return quote;
}

export function bubble(message, { mine, named, acts }) {
  const words = message.text ?? message.caption ?? "";
  const body = el("div", { class: "bubble" });
  if (named) body.append(el("span", { class: `sender ${hue(message.from.id)}` }, message.from.first_name));
  if (message.via_bot) body.append(el("span", { class: "via" }, `qua @${message.via_bot.username}`));
  if (message.forward_origin) body.append(el("span", { class: "via" }, `Chuyển tiếp từ ${message.forward_origin.sender_user.first_name}`));
  if (message.reply_to_message) body.append(quoted(message.reply_to_message, acts));
  body.append(...attachment(message));
  if (words) {
    body.append(el("div", { class: "words" }, ...formatted(words, message.entities ?? message.caption_entities, acts)));
  }
  body.append(el("span", { class: "meta" },
    message.edit_date ? el("span", {}, "đã sửa ") : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date))));
  return el("div", { class: "column" }, body, keyboard(message, acts), reactions(message), tools(message, mine, acts));
}

function quoted(message, acts) {
  return el("button", { type: "button", class: `quote ${hue(message.from.id)}`, onclick: () => acts.find(message.message_id) },
    el("b", {}, message.from.first_name), el("span", {}, wordsOf(message)));
}

function attachment(message) {
  if (message.sticker) return [el("span", { class: "sticker" }, message.sticker.emoji)];
  if (message.voice) return [el("span", { class: "voice" }, "▶", el("i", {}), "0:03")];
  if (message.photo) {
    const photo = el("img", { class: "photo", src: `/sandbox/files/${message.photo[0].file_id}`, alt: "Ảnh" });
    photo.addEventListener("error", () => photo.replaceWith(el("span", { class: "no-photo" }, "Ảnh")));
    return [photo];
  }
  if (!message.document) return [];
  const { file_id, file_name, file_size } = message.document;
  return [el("a", { class: "file", href: `/sandbox/files/${file_id}`, download: file_name },
    el("b", {}, file_name), el("span", {}, `${Math.max(1, Math.round(file_size / 1024))} KB`))];
}

function keyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "keyboard", role: "group", "aria-label": "Nút dưới tin nhắn" }, ...rows.map((row) =>
    el("div", { class: "keys" }, ...row.map((key) => el("button", {
      type: "button", class: key.url ? "key leads" : "key", onclick: (event) => acts.press(message, key, event.currentTarget),
    }, key.text)))));
}

function reactions(message) {
  return message.reactions?.length ? el("span", { class: "reactions" }, message.reactions.join(" ")) : null;
}

function tools(message, mine, acts) {
  return el("div", { class: "tools" },
    el("button", { type: "button", onclick: () => acts.reply(message) }, "Trả lời"),
    el("button", { type: "button", onclick: () => acts.forward(message) }, "Chuyển tiếp"),
    mine && message.text && !message.via_bot && el("button", { type: "button", onclick: () => acts.edit(message) }, "Sửa"));
}
