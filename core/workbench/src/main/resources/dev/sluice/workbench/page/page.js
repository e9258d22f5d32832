'use strict';
// The part of the page that moves: a table of leads to search, and one lead's data and events. Everything that comes from a
// lead is set as text, never as markup.
(() => {
  const ROWS = 50;
  const ID = 0, AT = 1, FLOW = 2, SOURCE = 3, OUTCOME = 4, REASON = 5, BUYERS = 6, COST = 7, REVENUE = 8, EVENTS = 9,
    FAILURES = 10, TEST = 11, PIECE = 12, PLACE = 13, WORDS = 14;
  const SECTIONS = ['appended', 'decisions', 'steps', 'source', 'submission', 'feedback', 'recipient', 'flow', 'account'];
  const byId = id => document.getElementById(id);
  const pieces = new Map();
  const state = {q: '', outcome: '', source: '', page: 0, lead: '', tab: 'data', event: ''};
  let index = null;
  let found = [];
  let shown = '';

  // ---- reading

  async function unpack(id) {
    const bytes = Uint8Array.from(atob(byId(id).textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  }

  function piece(number) {
    if (!pieces.has(number)) pieces.set(number, unpack('piece-' + number));
    return pieces.get(number);
  }

  const text = number => index.texts[number];

  // ---- making elements

  function el(name, look, ...children) {
    const made = document.createElement(name);
    if (look) made.className = look;
    for (const child of children) made.append(child);
    return made;
  }

  function words(value) {
    if (value === null || value === undefined) return '';
    return typeof value === 'object' ? JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ') : String(value);
  }

  /** A value as an element: members beside their names, elements below each other. */
  function tell(value) {
    if (value === null || typeof value !== 'object') return words(value);
    if (Array.isArray(value)) return el('ul', 'list', ...value.map(each => el('li', '', tell(each))));
    return el('ul', 'parts', ...Object.entries(value).map(([name, of]) => el('li', '', el('b', '', name), ' ', tell(of))));
  }

  function table(heads, rows) {
    const head = el('tr');
    heads.forEach(each => { const th = el('th', '', each); th.scope = 'col'; head.append(th); });
    const body = el('tbody');
    rows.forEach(row => {
      const tr = el('tr', row.look || '');
      row.cells.forEach((cell, i) => {
        const td = el('td', cell === '' ? 'none' : '', cell);
        td.dataset.label = heads[i];
        tr.append(td);
      });
      body.append(tr);
    });
    return el('div', 'scroll', el('table', heads.length === 2 ? 'small pair' : 'small', el('thead', '', head), body));
  }

  function clock() {
    const zone = document.documentElement.dataset.zone;
    const form = {dateStyle: 'short', timeStyle: 'medium', timeZone: zone === 'Z' ? 'UTC' : zone};
    try {
      return new Intl.DateTimeFormat('sv-SE', form);
    } catch (unknown) {
      return new Intl.DateTimeFormat('sv-SE', {...form, timeZone: 'UTC'});
    }
  }
  const time = clock();

  const isBad = outcome => outcome === 'failure' || outcome === 'error' || outcome === 'rejected';
  const look = outcome => isBad(outcome) ? 'bad' : outcome === 'success' ? 'good' : 'odd';

  // ---- the table

  function haystack(row) {
    if (!row.hay) {
      const told = [row[ID], text(row[SOURCE]), text(row[OUTCOME]), text(row[REASON]), row[BUYERS].map(text).join(' '), row[WORDS]];
      row.hay = told.join(' ').toLowerCase();
    }
    return row.hay;
  }

  function search() {
    const wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    found = index.rows.filter(row => (!state.outcome || text(row[OUTCOME]) === state.outcome)
      && (!state.source || text(row[SOURCE]) === state.source)
      && wanted.every(word => haystack(row).includes(word)));
    found.reverse();
    state.page = Math.max(0, Math.min(state.page, Math.ceil(found.length / ROWS) - 1));
    draw();
  }

  function draw() {
    const first = state.page * ROWS;
    const rows = found.slice(first, first + ROWS).map(drawRow);
    byId('table').tBodies[0].replaceChildren(...rows);
    byId('found').textContent = found.length.toLocaleString('en') + ' of ' + index.rows.length.toLocaleString('en') + ' leads';
    byId('place').textContent = found.length === 0 ? '' : (first + 1).toLocaleString('en') + ' to '
      + Math.min(first + ROWS, found.length).toLocaleString('en') + ', newest first';
    byId('back').disabled = state.page === 0;
    byId('on').disabled = first + ROWS >= found.length;
    keep();
  }

  function drawRow(row) {
    const outcome = text(row[OUTCOME]);
    const open = el('button', 'open', row[ID]);
    open.type = 'button';
    open.addEventListener('click', () => show(row[ID], 'data', ''));
    const name = el('th', '', open);
    name.scope = 'row';
    const cells = [
      ['Submitted', time.format(row[AT])], ['Source', text(row[SOURCE])],
      ['Outcome', el('span', look(outcome), outcome + (row[TEST] ? ' (test)' : ''))], ['Reason', text(row[REASON])],
      ['Buyers', row[BUYERS].map(text).join(', ')], ['Cost', words(row[COST])], ['Revenue', words(row[REVENUE])],
      ['Events', row[EVENTS] + (row[FAILURES] ? ' (' + row[FAILURES] + ' failed)' : '')]];
    const tr = el('tr', '', name);
    cells.forEach(([label, content], i) => {
      const td = el('td', i >= 5 ? 'num' : '', content);
      td.dataset.label = label;
      if (content === '') td.classList.add('none');
      tr.append(td);
    });
    return tr;
  }

  function choices(id, column) {
    const names = [...new Set(index.rows.map(row => text(row[column])))].sort();
    names.forEach(name => byId(id).append(new Option(name, name)));
    byId(id).value = state[id];
  }

  // ---- one lead

  async function show(id, tab, event) {
    const row = index.rows.find(each => each[ID] === id);
    if (!row) return;
    Object.assign(state, {lead: id, tab: tab || 'data', event});
    const events = (await piece(row[PIECE]))[row[PLACE]];
    byId('lead-name').textContent = id;
    const outcome = text(row[OUTCOME]);
    byId('lead-line').replaceChildren(el('span', look(outcome), outcome), ' ' + text(row[REASON]),
      ' · ' + text(row[SOURCE]) + ' · ' + time.format(row[AT]));
    const fields = index.fields[text(row[FLOW])] || {};
    byId('data').replaceChildren(drawData(events, fields));
    byId('events').replaceChildren(drawEvents(events, fields));
    pick(state.tab);
    shown = id;
    if (!byId('lead').open) byId('lead').showModal();
    keep();
  }

  function pick(tab) {
    state.tab = tab;
    ['data', 'events'].forEach(each => {
      const on = each === tab;
      byId(each).hidden = !on;
      byId('tab-' + each).setAttribute('aria-selected', String(on));
      byId('tab-' + each).tabIndex = on ? 0 : -1;
    });
    keep();
  }

  /** All data after the event at this place. */
  function snapshot(events, place) {
    const data = new Map();
    for (let i = 0; i <= place; i++) {
      for (const [path, ...value] of events[i][1]) {
        if (value.length) data.set(path, value[0]); else data.delete(path);
      }
    }
    return data;
  }

  /** Data under the names of fields with their components, then by section. */
  function groups(data, fields) {
    const all = new Map();
    for (const [path, value] of data) {
      const dot = path.indexOf('.');
      const head = dot < 0 ? path : path.slice(0, dot);
      const known = fields[head] !== undefined;
      const key = known ? head : SECTIONS.includes(head) ? head : 'other';
      if (!all.has(key)) all.set(key, {known, rows: []});
      all.get(key).rows.push([known ? (dot < 0 ? '' : path.slice(dot + 1)) : path, value]);
    }
    return all;
  }

  function drawData(events, fields) {
    const given = (events[0] && events[0][3]) || {};
    const all = groups(snapshot(events, events.length - 1), fields);
    const box = el('div');
    const rows = Object.keys(fields).filter(id => all.has(id) || id in given).map(id => fieldRow(id, fields[id], all, given));
    if (rows.length) box.append(el('h3', '', 'Fields'), table(['Field', 'Value', 'As given', 'Components'], rows));
    const others = Object.entries(given).filter(([name]) => !(name in fields));
    if (others.length) {
      box.append(el('h3', '', 'Also given'), table(['Name', 'As given'], others.map(([name, value]) => ({cells: [name, words(value)]}))));
    }
    box.append(...drawSections(all));
    return box;
  }

  function fieldRow(id, [label, type], all, given) {
    const parts = all.has(id) ? all.get(id).rows : [];
    const value = parts.find(([part]) => part === '');
    const valid = parts.find(([part]) => part === 'valid');
    const bad = valid !== undefined && valid[1] === false;
    const rest = parts.filter(([part]) => part !== '' && part !== 'valid');
    const list = el('ul', 'parts', ...rest.map(([part, of]) => el('li', '', el('b', '', part), ' ', tell(of))));
    const name = el('span', '', label, el('small', '', ' ' + type));
    return {look: bad ? 'bad' : '', cells: [name, words(value && value[1]) + (bad ? ' (not valid)' : ''), words(given[id]), list]};
  }

  function drawSections(all) {
    const made = [];
    for (const [key, group] of all) {
      if (group.known) continue;
      made.push(el('h3', '', key), table(['Name', 'Value'], group.rows.map(([path, value]) => ({cells: [path, tell(value)]}))));
    }
    return made;
  }

  function drawEvents(events, fields) {
    const list = el('ol', 'events');
    let before = null;
    events.forEach((event, place) => {
      list.append(el('li', '', drawEvent(events, place, before, fields)));
      before = event[0];
    });
    return list;
  }

  function drawEvent(events, place, before, fields) {
    const meta = events[place][0];
    const waited = before ? Date.parse(meta.timestamp) - Date.parse(before.timestamp) : 0;
    const line = el('summary', '', el('span', 'seq', String(meta.seq)), el('span', 'type', meta.type),
      el('span', 'who', meta.step_id || ''), el('span', 'when', time.format(Date.parse(meta.timestamp)) + (waited ? ' +' + waited + ' ms' : '')),
      el('span', 'out', [meta.outcome, meta.reason].filter(Boolean).join(': ')));
    const box = el('details', isBad(meta.outcome) || meta.type === 'source.rejected' ? 'event bad' : 'event', line);
    box.id = 'event-' + meta.seq;
    box.addEventListener('toggle', () => {
      if (box.open && box.children.length === 1) box.append(...opened(events, place, fields));
      state.event = box.open ? String(meta.seq) : state.event === String(meta.seq) ? '' : state.event;
      keep();
    });
    if (state.event === String(meta.seq)) box.open = true;
    return box;
  }

  function opened(events, place, fields) {
    const [meta, changes, decisions] = events[place];
    const made = [el('h4', '', 'Metadata'), table(['Name', 'Value'], Object.entries(meta).map(([name, value]) => ({cells: [name, tell(value)]})))];
    made.push(el('h4', '', 'Decision trace'));
    made.push(...(decisions.length ? decisions.map(drawDecision) : [el('p', '', 'No rules are told of here.')]));
    made.push(el('h4', '', 'Difference to the event before'));
    made.push(changes.length === 0 ? el('p', '', 'None.') : place === 0 ? el('p', '', 'The first event: all of the snapshot is new.')
      : drawDifference(changes, snapshot(events, place - 1)));
    made.push(drawSnapshot(events, place, fields));
    return made;
  }

  function drawDifference(changes, before) {
    return table(['Path', 'Before', 'After'], changes.map(([path, ...value]) => {
      const was = before.has(path) ? words(before.get(path)) : '–';
      const is = value.length ? words(value[0]) : '–';
      return {cells: [path, was, was === is ? is + ' (another value)' : is]};
    }));
  }

  const RESULTS = {p: ['passed', 'good'], f: ['failed', 'bad'], n: ['not evaluated', 'odd']};

  function drawDecision(decision) {
    const rows = [...decision.s].map((result, i) => {
      const [, lhv, op, expected] = index.rules[decision.r][i];
      const wanted = String(i) in decision.x ? decision.x[i] : expected;
      const [name, style] = RESULTS[result];
      const why = decision.w[i] ? ' (' + decision.w[i] + ')' : '';
      return {look: result === 'f' ? 'bad' : '', cells: [lhv, op || 'expression', words(wanted), words(decision.a[i]), el('span', style, name + why)]};
    });
    return el('div', '', el('p', '', decision.n), table(['Left-hand side', 'Operator', 'Expected', 'Actual', 'Result'], rows));
  }

  function drawSnapshot(events, place, fields) {
    const box = el('details', 'snapshot', el('summary', '', 'Snapshot: all data at this moment'));
    box.addEventListener('toggle', () => {
      if (!box.open || box.children.length > 1) return;
      const rows = [...snapshot(events, place)].map(([path, value]) => ({cells: [path, words(value)]}));
      box.append(table(['Path', 'Value'], rows));
    });
    return box;
  }

  // ---- where the reader is, kept in the address so that a reload finds it again

  function keep() {
    const kept = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      if (value && !(name === 'tab' && !state.lead)) kept.set(name, value);
    }
    const hash = '#?' + kept;
    if (location.hash.startsWith('#?') || kept.size) history.replaceState(null, '', hash === '#?' ? '#leads' : hash);
  }

  function recall() {
    if (!location.hash.startsWith('#?')) return {};
    const kept = Object.fromEntries(new URLSearchParams(location.hash.slice(2)));
    for (const name of Object.keys(state)) {
      if (name in kept) state[name] = name === 'page' ? Number(kept[name]) || 0 : kept[name];
    }
    return kept;
  }

  function refresh(seconds) {
    setTimeout(() => {
      if (document.hidden) {
        refresh(seconds);
        return;
      }
      const place = new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : '');
      place.set('y', String(Math.round(scrollY)));
      if (document.activeElement === byId('query')) place.set('focus', 'query');
      history.replaceState(null, '', '#?' + place);
      location.reload();
    }, seconds * 1000);
  }

  // ---- beginning

  function listen() {
    byId('find').addEventListener('submit', event => event.preventDefault());
    byId('query').addEventListener('input', () => { state.q = byId('query').value; state.page = 0; search(); });
    ['outcome', 'source'].forEach(id => byId(id).addEventListener('change', () => {
      state[id] = byId(id).value;
      state.page = 0;
      search();
    }));
    byId('back').addEventListener('click', () => { state.page--; draw(); });
    byId('on').addEventListener('click', () => { state.page++; draw(); });
    byId('shut').addEventListener('click', () => byId('lead').close());
    byId('lead').addEventListener('close', () => { Object.assign(state, {lead: '', event: '', tab: 'data'}); keep(); });
    const tabs = ['data', 'events'];
    tabs.forEach((tab, i) => {
      byId('tab-' + tab).addEventListener('click', () => pick(tab));
      byId('tab-' + tab).addEventListener('keydown', event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        pick(tabs[1 - i]);
        byId('tab-' + tabs[1 - i]).focus();
      });
    });
  }

  async function begin() {
    if (typeof DecompressionStream === 'undefined') {
      byId('found').textContent = 'This browser is too old to unpack the leads; all figures above are complete.';
      return;
    }
    const kept = recall();
    index = await unpack('index');
    byId('query').value = state.q;
    choices('outcome', OUTCOME);
    choices('source', SOURCE);
    listen();
    search();
    if (state.lead) await show(state.lead, state.tab, state.event);
    if (kept.y) scrollTo(0, Number(kept.y));
    if (kept.focus) byId('query').focus();
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  }

  const seconds = Number(document.documentElement.dataset.refresh);
  if (seconds > 0) refresh(seconds);
  begin().catch(fault => { byId('found').textContent = 'The leads cannot be read: ' + fault.message; });
})();
