"use strict";
/* The live page: ten minutes of history, then the stream. Keeps at most KEEP_MILLIS of points, whatever comes. */
(function () {
  const API = "/api/system/metrics/";
  const KEEP_MILLIS = 600000;
  const MOST_POINTS = 1300;
  const HEALTH_MILLIS = 5000;
  const SILENT_MILLIS = 15000;
  const KEYS = ["residentBytes", "residentAnonymousBytes", "heapUsedBytes", "heapCommittedBytes", "offHeapBytes", "unaccountedBytes",
    "stops", "stopP95Seconds", "stopLongestSeconds", "events", "signals", "latencyP50Seconds", "latencyP95Seconds", "latencyP99Seconds",
    "allocatedBytes"];
  const STEPS = [5000, 10000, 15000, 30000, 60000, 120000, 180000, 300000];
  const MB = 1e6;

  // ---- words for numbers

  function digits(value) {
    const size = Math.abs(value);
    return value.toLocaleString("en", {maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2});
  }

  function known(value, word) {
    return value === undefined || value === null || Number.isNaN(value) ? "–" : word(value);
  }

  function bytes(value) {
    const size = Math.abs(value);
    return size >= 1e9 ? digits(value / 1e9) + " GB" : size >= MB ? digits(value / MB) + " MB"
      : size >= 1e3 ? digits(value / 1e3) + " kB" : digits(value) + " B";
  }

  function time(seconds) {
    const size = Math.abs(seconds);
    return size === 0 ? "0" : size >= 1 ? digits(seconds) + " s" : size >= 1e-3 ? digits(seconds * 1e3) + " ms" : size >= 1e-6 ? digits(seconds * 1e6) + " µs"
      : digits(seconds * 1e9) + " ns";
  }

  function count(value) {
    return value >= 1e9 ? digits(value / 1e9) + " G" : value >= 1e6 ? digits(value / 1e6) + " M"
      : value >= 1e4 ? digits(value / 1e3) + " k" : digits(value);
  }

  function span(seconds) {
    const days = Math.floor(seconds / 86400);
    const rest = new Date(seconds % 86400 * 1000).toISOString().slice(11, 19);
    return days > 0 ? days + " d " + rest : rest;
  }

  function clock(millis, withSeconds) {
    return new Date(millis).toLocaleTimeString("en-GB", withSeconds ? {} : {hour: "2-digit", minute: "2-digit"});
  }

  // ---- points: one row a sample, [millis, figure, ...]

  let points = [];

  function add(millis, values) {
    const last = points[points.length - 1];
    if (last && millis <= last[0]) {
      return;
    }
    points.push([millis].concat(KEYS.map(function (key, i) {
      return values(key, i) === undefined ? null : values(key, i);
    })));
    while (points.length > MOST_POINTS || points[0][0] < millis - KEEP_MILLIS) {
      points.shift();
    }
  }

  function level(key, scale) {
    const at = KEYS.indexOf(key) + 1;
    return points.map(function (row) {
      return {x: row[0], y: row[at] === null ? null : row[at] / scale};
    });
  }

  /** What a total grew by, per second; nothing where it fell, which is another process. */
  function rate(key, scale) {
    const at = KEYS.indexOf(key) + 1;
    return points.map(function (row, i) {
      const before = i === 0 ? null : points[i - 1];
      const good = before !== null && before[at] !== null && row[at] !== null && row[at] >= before[at];
      return {x: row[0], y: good ? (row[at] - before[at]) / scale * 1000 / (row[0] - before[0]) : null};
    });
  }

  // ---- plots

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const plots = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  const HUES = {blue: "#3b7ddd", orange: "#e8862e", green: "#2fa66f", red: "#d8475a", violet: "#8b6fd8", grey: "#8796a5"};

  function line(label, hue, data, extra) {
    return Object.assign({label: label, data: data, borderColor: HUES[hue], backgroundColor: HUES[hue], borderWidth: 1.5, pointRadius: 0,
      pointHitRadius: 6, tension: 0}, extra);
  }

  /** Round times, as many as fit. */
  function timeTicks(scale) {
    const most = Math.max(2, scale.width / 80);
    const step = STEPS.find(function (one) { return (scale.max - scale.min) / one <= most; }) || KEEP_MILLIS;
    scale.ticks = [];
    for (let at = Math.ceil(scale.min / step) * step; at <= scale.max; at += step) {
      scale.ticks.push({value: at});
    }
  }

  function axis(word, extra) {
    return Object.assign({beginAtZero: true, ticks: {callback: word, maxTicksLimit: 6, color: colour("--soft")},
      grid: {color: colour("--line")}, border: {display: false}, afterFit: function (scale) { scale.width = 58; }}, extra);
  }

  function plot(id, word, series, second) {
    const scales = {
      x: {type: "linear", offset: false, afterBuildTicks: timeTicks, grid: {color: colour("--line")}, border: {display: false},
        ticks: {autoSkip: false, maxRotation: 0, color: colour("--soft"), callback: function (at) { return clock(at, at % 60000 !== 0); }}},
      y: axis(word)
    };
    if (second) {
      scales.y2 = axis(count, {position: "right", grid: {display: false}, afterFit: function (scale) { scale.width = 44; }});
    }
    const canvas = document.getElementById(id);
    const chart = new Chart(canvas, {
      type: "line", data: {datasets: series()},
      options: {animation: false, parsing: false, normalized: true, maintainAspectRatio: false, spanGaps: false,
        interaction: {mode: "index", intersect: false}, scales: scales,
        plugins: {legend: {labels: {boxWidth: 12, boxHeight: 2, padding: 8, color: colour("--text"), font: {size: 11}}},
          tooltip: {callbacks: {title: function (items) { return items.length ? clock(items[0].parsed.x, true) : ""; },
            label: function (item) { return item.dataset.label + ": " + (item.dataset.yAxisID === "y2" ? count : word)(item.parsed.y); }}}}}
    });
    plots.push({canvas: canvas, chart: chart, series: series, word: word});
  }

  function draw() {
    if (document.hidden || points.length === 0) {
      return;
    }
    const last = points[points.length - 1][0];
    plots.forEach(function (one) {
      one.series().forEach(function (series, i) {
        one.chart.data.datasets[i].data = series.data;
      });
      one.chart.options.scales.x.max = last;
      one.chart.options.scales.x.min = Math.max(points[0][0], last - KEEP_MILLIS);
      if (last - one.chart.options.scales.x.min < 60000) {
        one.chart.options.scales.x.min = last - 60000;
      }
      one.chart.update("none");
      describe(one);
    });
  }

  /** The newest values in words, for who cannot see the curves. */
  function describe(one) {
    const words = one.chart.data.datasets.map(function (series) {
      const newest = series.data.length === 0 ? null : series.data[series.data.length - 1].y;
      return series.label + " " + known(newest, series.yAxisID === "y2" ? count : one.word);
    });
    one.canvas.setAttribute("aria-label", words.join(", "));
    one.canvas.dataset.points = points.length;
    one.canvas.dataset.last = points[points.length - 1][0];
  }

  let target = 40;

  function megabytes(value) { return digits(value) + " MB"; }

  function build() {
    plots.splice(0).forEach(function (one) { one.chart.destroy(); });
    plot("memory", megabytes, function () {
      return [line("resident", "blue", level("residentBytes", MB), {borderWidth: 2.5}), line("anonymous", "violet", level("residentAnonymousBytes", MB)),
        line("heap used", "green", level("heapUsedBytes", MB)), line("heap committed", "green", level("heapCommittedBytes", MB), {borderDash: [4, 3]}),
        line("off heap", "orange", level("offHeapBytes", MB)), line("unaccounted", "grey", level("unaccountedBytes", MB)),
        line("target", "red", points.map(function (row) { return {x: row[0], y: target}; }), {borderDash: [8, 4], borderWidth: 1})];
    });
    plot("stops", function (value) { return time(value / 1e3); }, function () {
      return [line("longest", "red", level("stopLongestSeconds", 1e-3)), line("P95", "orange", level("stopP95Seconds", 1e-3)),
        line("stops/s", "grey", rate("stops", 1), {type: "bar", yAxisID: "y2", barThickness: 2, order: 9})];
    }, true);
    plot("throughput", count, function () {
      return [line("events/s", "blue", rate("events", 1)), line("signals/s", "orange", rate("signals", 1), {yAxisID: "y2"})];
    }, true);
    plot("latency", function (value) { return time(value); }, function () {
      return [line("P50", "green", level("latencyP50Seconds", 1)), line("P95", "orange", level("latencyP95Seconds", 1)),
        line("P99", "red", level("latencyP99Seconds", 1))];
    });
    plot("allocation", megabytes, function () {
      return [line("allocated", "violet", rate("allocatedBytes", MB))];
    });
    draw();
  }

  // ---- words and bars

  function put(id, nodes) {
    document.getElementById(id).replaceChildren.apply(document.getElementById(id), nodes);
  }

  function node(tag, name, text) {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  }

  function none(word) {
    return [node("div", "none", word)];
  }

  /** What fills up to its brim is marked, unless that is its purpose. */
  function bar(name, used, capacity, words, more, calm) {
    const row = node("div", "row", "");
    const share = capacity > 0 ? Math.min(1, used / capacity) : 0;
    const track = node("div", "track", "");
    const fill = node("div", "fill" + (calm ? "" : share > 0.95 ? " bad" : share > 0.8 ? " warn" : ""), "");
    fill.style.width = (share * 100).toFixed(1) + "%";
    track.append(fill);
    row.append(node("span", "name", name), track, node("span", "amount", words));
    if (more) {
      row.append(node("span", "more", more));
    }
    return row;
  }

  function tile(label, value) {
    const made = node("div", "tile", "");
    made.append(node("b", "", value), node("span", "", label));
    return made;
  }

  function tiles(now) {
    const f = now.figures;
    const d = now.derived;
    put("tiles", [tile("resident", known(f.residentBytes, bytes)), tile("peak resident", known(f.residentPeakBytes, bytes)),
      tile("heap used", known(f.heapUsedBytes, bytes)), tile("off heap", known(f.offHeapBytes, bytes)),
      tile("stop P95", known(f.stopP95Seconds, time)), tile("events a second", known(d.eventsPerSecond, count)),
      tile("latency P95", known(f.latencyP95Seconds, time)), tile("of one core", known(d.cpuShare, function (v) { return digits(v * 100) + " %"; })),
      tile("open files", known(f.openFiles, count)), tile("threads", known(f.threads, count))]);
  }

  function bars(now) {
    put("rings", now.pipelines.length === 0 ? none("no pipeline") : now.pipelines.map(function (one) {
      return bar(one.name, one.ringUsed, one.ringCapacity, count(one.ringUsed) + " of " + count(one.ringCapacity),
        (one.running ? "running" : "stopped") + ", " + count(one.windows) + " windows, " + count(one.signals) + " signals, "
        + count(one.refusedSignals) + " refused, " + count(one.lateTrades) + " late trades, " + count(one.faults) + " faults");
    }));
    put("pools", now.pools.length === 0 ? none("no pool") : now.pools.map(function (one) {
      return bar(one.name, one.inUse, one.capacity, known(one.inUse, count) + " of " + known(one.capacity, count),
        "most " + known(one.highWaterMark, count) + ", refused " + known(one.refused, count) + ", leaked " + known(one.leaked, count));
    }));
    put("owners", now.offHeap.length === 0 ? none("no ledger") : now.offHeap.flatMap(function (ledger) {
      const total = bar(ledger.name, ledger.usedBytes, ledger.budgetBytes, bytes(ledger.usedBytes) + " of " + bytes(ledger.budgetBytes),
        null, true);
      return [total].concat(Object.entries(ledger.byOwner).map(function (owner) {
        return bar("· " + owner[0], owner[1], ledger.budgetBytes, bytes(owner[1]), null, true);
      }));
    }));
  }

  const STATUS = {LIVE: ["good", "● live"], STALE: ["bad", "▲ stale"], FAILED: ["bad", "✖ failed"], WAITING: ["wait", "○ waiting"],
    ENDED: ["wait", "■ ended"], UP: ["good", "● up"], DEGRADED: ["warn", "▲ degraded"], DOWN: ["bad", "✖ down"]};

  function cells(texts, status) {
    const row = document.createElement("tr");
    texts.forEach(function (text, i) {
      row.append(i === 1 ? node("td", STATUS[status][0], STATUS[status][1]) : node("td", "", text));
    });
    return row;
  }

  function sources(now) {
    put("sources", now.sources.map(function (one) {
      return cells([one.name, "", known(one.heartbeatAgeSeconds, function (v) { return time(v) + " ago"; }), count(one.events), count(one.trades),
        count(one.quotes), count(one.depth), count(one.candles), count(one.droppedNewest + one.droppedOldest + one.refused),
        count(one.errors)], one.status);
    }));
  }

  function show(now) {
    const allocation = now.figures.allocatedBytes !== undefined;
    document.getElementById("card-allocation").hidden = !allocation;
    document.getElementById("card-owners").classList.toggle("wide", allocation);
    document.getElementById("who").textContent = "pid " + now.pid + " · up " + known(now.figures.uptimeSeconds, span)
      + (now.version ? " · " + now.version : "") + " · " + clock(Date.parse(now.time), true);
    document.getElementById("notes").textContent = now.missing ? "not known here: " + now.missing : "";
    tiles(now);
    bars(now);
    sources(now);
  }

  // ---- health

  function badge(id, kind, text) {
    const made = document.getElementById(id);
    made.className = "badge " + kind;
    made.textContent = text;
  }

  function amount(name, value) {
    return /Bytes$/.test(name) ? bytes(value) : /Seconds$/.test(name) ? time(value) : /Percent$/.test(name) ? value + " %" : count(value);
  }

  function health() {
    fetch("/health?always=200").then(function (answer) { return answer.json(); }).then(function (found) {
      badge("health", STATUS[found.status][0], STATUS[found.status][1]);
      put("checks", found.checks.map(function (one) {
        if (one.name === "residentBytes" && one.status !== "DOWN") {
          target = one.limit / MB;
        }
        return cells([one.name, "", amount(one.name, one.value), amount(one.name, one.limit), one.why], one.status);
      }));
    }).catch(function () {
      badge("health", "wait", "health: ?");
    });
  }

  // ---- history, then the stream

  let stream = null;
  let heardMillis = 0;

  function history() {
    return fetch(API + "history?points=600&figures=" + KEYS.join(",")).then(function (answer) { return answer.json(); }).then(function (found) {
      points = [];
      found.timeMillis.forEach(function (millis, row) {
        add(millis, function (key) { return found.figures[key][row]; });
      });
      draw();
    });
  }

  function heard(event) {
    const now = JSON.parse(event.data);
    heardMillis = Date.now();
    badge("link", "good", "● live");
    add(Date.parse(now.time), function (key) { return now.figures[key]; });
    show(now);
    draw();
  }

  /** After an end the engine may be another one: its history is asked for anew. */
  function connect() {
    history().then(function () {
      stream = new EventSource(API + "stream");
      stream.onmessage = heard;
      stream.onerror = again;
    }, again);
  }

  function again() {
    badge("link", "bad", "✖ disconnected");
    badge("health", "wait", "health: ?");
    if (stream !== null) {
      stream.close();
      stream = null;
    }
    setTimeout(connect, 1000);
  }

  setInterval(function () {
    if (stream !== null) {
      health();
      if (Date.now() - heardMillis > SILENT_MILLIS && heardMillis > 0) {
        badge("link", "warn", "▲ silent since " + clock(heardMillis, true));
      }
    }
  }, HEALTH_MILLIS);
  document.addEventListener("visibilitychange", draw);
  dark.addEventListener("change", build);
  build();
  health();
  connect();
}());
