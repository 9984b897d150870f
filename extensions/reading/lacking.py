"""What a page does in a browser that lacks something: a store for settings, or scripts at all."""

from reading.tree import Element, made

# Private windows and company policies refuse the store, and the first call that throws ends the
# handlers of search, menu and colours. Then settings last as long as the page.
_STORE = """
try { localStorage.getItem("theme"); } catch {
  const kept = new Map();
  Object.defineProperty(window, "localStorage", { value: {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, String(value)),
    removeItem: (name) => void kept.delete(name),
  } });
}
"""


def prepare(root: Element) -> None:
    """Let settings be kept without a store, and give a page without scripts its light colours."""
    root.set("data-theme", "light")
    head = root.find("head")
    first = next((at for at, one in enumerate(head) if one.tag == "script"), len(head))
    head.insert(first, made("script", {}, _STORE))
