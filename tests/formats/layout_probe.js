// Measures pages in frames from outside, so that they are laid out exactly as they were written.
const SPARE = 1;

function boxes(frame) {
  const page = frame.contentDocument, found = [];
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.data.trim() || node.parentElement.closest("script, style")) continue;
    const range = page.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // a font may be taller than its line; letters lie in the middle
      const edge = box.height * 0.2;
      found.push({ node, name: node.data.trim().slice(0, 40), left: box.left, right: box.right,
                   top: box.top + edge, bottom: box.bottom - edge });
    }
  }
  for (const image of page.images) {
    const box = image.getBoundingClientRect();
    found.push({ node: image, name: "picture", left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return found.filter((box) => box.right > box.left);
}

function overlapping(found) {
  const faults = [];
  found.forEach((one, place) => {
    for (const other of found.slice(place + 1)) {
      if (one.node === other.node) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > SPARE && high > SPARE) faults.push(`overlap: ${one.name} / ${other.name}`);
    }
  });
  return faults;
}

function drawn(pen, font, letter) {
  pen.font = font;
  pen.clearRect(0, 0, 60, 60);
  pen.fillText(letter, 10, 40);
  return pen.getImageData(0, 0, 60, 60).data.join();
}

function withoutGlyph(frame, found) {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const faults = new Set(), seen = new Set();
  for (const { node } of found) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const style = frame.contentWindow.getComputedStyle(node.parentElement);
    const font = `${style.fontStyle} ${style.fontWeight} 20px ${style.fontFamily}`;
    const nothing = drawn(pen, font, "\u0379");
    for (const letter of new Set(node.data.replace(/\s/g, ""))) {
      if (seen.has(font + letter)) continue;
      seen.add(font + letter);
      if (drawn(pen, font, letter) === nothing) faults.add(`no glyph: ${letter}`);
    }
  }
  return [...faults];
}

function faults(frame) {
  const root = frame.contentDocument.documentElement, found = boxes(frame), said = [];
  if (root.scrollWidth > root.clientWidth) said.push(`scrolls sideways: ${root.scrollWidth}`);
  for (const box of found) {
    if (box.left < -SPARE || box.right > root.clientWidth + SPARE) said.push(`sticks out: ${box.name}`);
  }
  if ([...frame.contentDocument.images].some((image) => !image.naturalWidth)) said.push("a picture is not shown");
  if (found.length < 5) said.push("hardly anything is shown");
  return [...said, ...overlapping(found), ...withoutGlyph(frame, found)];
}

addEventListener("load", () => {
  const said = {};
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      said[frame.title] = faults(frame);
    } catch (error) {
      said[frame.title] = [`not measured: ${error}`];
    }
  }
  document.getElementById("said").textContent = JSON.stringify(said);
});
