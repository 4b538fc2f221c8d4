// @ts-nocheck This runs in Firefox's own window, with its privileged objects.
/* global Services, Cc, Ci */

// A drag session of the browser's main process that holds files of the disk, and drag events on the <browser> element
// of the page. Firefox hands both on to the page's process just as it does with what the desktop sends, so the page
// sees trusted events, disk-backed files and folders.

function findPage(url) {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const tab = [...window.gBrowser.tabs].find((tab) => tab.linkedBrowser.currentURI.spec === url);
    if (tab) return { window, browser: tab.linkedBrowser };
  }
  throw new Error(`no tab shows ${url}`);
}

function fileAt(path) {
  const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  return file;
}

function addHandle(window) {
  const handle = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'div');
  handle.draggable = true;
  handle.style = 'position: fixed; left: 0; top: 0; width: 60px; height: 60px; z-index: 100000';
  window.document.documentElement.append(handle);
  handle.getBoundingClientRect();
  return handle;
}

// Only the data of a drag that begins may hold several files, so one is begun and called off.
function captureTransfer(window, paths, data) {
  const handle = addHandle(window);
  let transfer = null;
  const fill = (event) => {
    transfer = event.dataTransfer;
    transfer.effectAllowed = 'all';
    paths.forEach((path, index) => transfer.mozSetDataAt('application/x-moz-file', fileAt(path), index));
    for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
    event.preventDefault();
    event.stopPropagation();
  };
  const mouse = (type, place, buttons) =>
    window.synthesizeMouseEvent(type, place, place, { button: 0, clickCount: 1, buttons }, {});
  window.addEventListener('dragstart', fill, { capture: true, once: true });
  mouse('mousedown', 5, 1);
  mouse('mousemove', 25, 1);
  mouse('mousemove', 45, 1);
  mouse('mouseup', 45, 0);
  window.removeEventListener('dragstart', fill, { capture: true });
  handle.remove();
  if (!transfer) throw new Error('no drag began');
  return transfer;
}

function startSession(window, transfer) {
  const service = Cc['@mozilla.org/widget/dragservice;1'].getService(Ci.nsIDragService);
  service.startDragSessionForTests(window, service.DRAGDROP_ACTION_COPY);
  const session = service.getCurrentSession(window);
  session.dataTransfer = transfer;
  return session;
}

function send(window, type, at) {
  const { browser, transfer, session } = window.weftDrag;
  session.dragAction = 1;
  session.canDrop = true;
  transfer.dropEffect = 'copy';
  const box = browser.getBoundingClientRect();
  const place = { x: box.left + at.x, y: box.top + at.y };
  const screen = { x: window.mozInnerScreenX + place.x, y: window.mozInnerScreenY + place.y };
  const event = window.document.createEvent('DragEvent');
  const keys = [false, false, false, false];
  event.initDragEvent(
    ...[type, true, true, window, 0, screen.x, screen.y, place.x, place.y, ...keys, 0, null, transfer],
  );
  window.windowUtils.dispatchDOMEventViaPresShellForTesting(browser, event);
}

function end(window) {
  window.weftDrag.session.endDragSession(true, 0);
  delete window.weftDrag;
}

// eslint-disable-next-line no-unused-vars
const commands = {
  begin({ url, paths, data, at }) {
    const { window, browser } = findPage(url);
    const transfer = captureTransfer(window, paths, data);
    window.weftDrag = { browser, transfer, session: startSession(window, transfer) };
    send(window, 'dragenter', at);
    send(window, 'dragover', at);
  },
  drop({ url, at }) {
    const { window } = findPage(url);
    send(window, 'dragover', at);
    send(window, 'drop', at);
    end(window);
  },
  leave({ url, at }) {
    const { window } = findPage(url);
    send(window, 'dragexit', at);
    end(window);
  },
};
