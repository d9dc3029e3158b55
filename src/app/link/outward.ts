// Links for others to use: as a frame on a slide, and whether they lead anywhere but to this computer.

/** The same link, so that it shows the picture alone. */
function framed(link: string): string {
  const url = new URL(link);
  url.search = '?embed';
  return url.href;
}

/** Letters of a link are none that an attribute would have to escape. */
export function frameText(link: string): string {
  return `<iframe src="${framed(link)}" title="Netpolis" width="960" height="540" style="border: 0"></iframe>`;
}

/** A page opened by double click: its address means nothing to others. */
export function isOnDisk(): boolean {
  return window.location.protocol === 'file:';
}
