// The wire to the stand-in: one socket, requests with answers, and itself again when it breaks.

const LONGEST_PAUSE = 5000;

export class Wire {
  constructor(onEvent, onLink) {
    this.onEvent = onEvent;
    this.onLink = onLink;
    this.waiting = new Map();
    this.last = 0;
    this.pause = 250;
    this.connect();
  }

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/sandbox/socket`);
    this.socket.onopen = () => { this.pause = 250; this.onLink(true); };
    this.socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
    this.socket.onclose = () => this.broke();
  }

  broke() {
    this.onLink(false);
    for (const { reject } of this.waiting.values()) reject(new Error("Mất kết nối"));
    this.waiting.clear();
    setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  heard(event) {
    if (event.type !== "reply") return this.onEvent(event);
    const asked = this.waiting.get(event.id);
    this.waiting.delete(event.id);
    if (event.error) asked?.reject(new Error(event.error));
    else asked?.resolve(event.result);
  }

  ask(action, details) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error("Mất kết nối"));
    const id = ++this.last;
    this.socket.send(JSON.stringify({ id, do: action, ...details }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
}
