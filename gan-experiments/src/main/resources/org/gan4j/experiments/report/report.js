"use strict";
(function () {
  const root = document.documentElement;
  window.addEventListener("error", (event) => { root.dataset.error = event.message; });

  const data = JSON.parse(document.getElementById("data").textContent);
  const HEIGHT = 230;
  const DASHES = { solid: [], dashed: [6, 4], thin: [2, 3] };

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function color(name) {
    return getComputedStyle(root).getPropertyValue("--" + name).trim();
  }

  function fade(hex, share) {
    return hex + Math.round(255 * share).toString(16).padStart(2, "0");
  }

  /** Four significant digits, as in the tables. */
  function number(value) {
    if (value === null || value === undefined) return "–";
    const size = Math.abs(value);
    const text = size !== 0 && (size < 1e-4 || size >= 1e7) ? value.toExponential(3)
      : size >= 1e4 ? Math.round(value).toLocaleString("en-US")
      : String(Number(value.toPrecision(4)));
    return text.replace(/-/g, "−");
  }

  /** A number on an axis, short: 0.05, 1,500, 20K, 1e−6. */
  function tick(value) {
    if (value === null) return "";
    const size = Math.abs(value);
    const text = size !== 0 && size < 1e-3 ? value.toExponential(2).replace(/\.?0+e/, "e")
      : size >= 1e4 ? value.toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: 3 })
      : Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 4 });
    return text.replace(/-/g, "−");
  }

  // ---- charts

  /** Columns for uPlot: the steps, then value, low and high of each curve (low and high only where there is a band). */
  function columns(chart) {
    const tables = chart.curves.map((curve) => {
      const band = curve.low.length > 0 ? [curve.low, curve.high] : [];
      return [curve.x, curve.y].concat(band);
    });
    return uPlot.join(tables);
  }

  function series(chart) {
    const all = [{}];
    const bands = [];
    chart.curves.forEach((curve) => {
      const ink = color("c" + curve.color);
      const thin = curve.style === "thin";
      all.push({
        label: curve.label, stroke: thin ? fade(ink, 0.75) : ink, width: thin ? 1.2 : 1.8, dash: DASHES[curve.style],
        points: { show: curve.x.length < 25, size: 5, fill: ink },
      });
      if (curve.low.length > 0) {
        const edge = { stroke: "transparent", width: 0, points: { show: false } };
        all.push(Object.assign({ label: "low" }, edge), Object.assign({ label: "high" }, edge));
        bands.push({ series: [all.length - 1, all.length - 2], fill: fade(ink, 0.16) });
      }
    });
    return { all: all, bands: bands };
  }

  /** The first column of each curve. */
  function places(chart) {
    let next = 1;
    return chart.curves.map((curve) => {
      const place = next;
      next += curve.low.length > 0 ? 3 : 1;
      return place;
    });
  }

  function range(chart) {
    return (plot, low, high) => {
      if (chart.range.length === 2) return chart.range;
      if (low === null || high === null) return chart.log ? [0.1, 1] : [0, 1];
      const all = chart.references.map((reference) => reference.y).concat([low, high]);
      const least = Math.min.apply(null, all);
      const most = Math.max.apply(null, all);
      return chart.log ? [least / 1.3, most * 1.3] : uPlot.rangeNum(least, most, 0.08, true);
    };
  }

  function drawReferences(chart) {
    return (plot) => {
      const pen = plot.ctx;
      const scale = devicePixelRatio || 1;
      const labels = [];
      chart.references.forEach((reference) => {
        const y = Math.round(plot.valToPos(reference.y, "y", true));
        pen.save();
        pen.strokeStyle = pen.fillStyle = color("soft");
        pen.lineWidth = scale;
        pen.setLineDash([4 * scale, 4 * scale]);
        pen.beginPath();
        pen.moveTo(plot.bbox.left, y);
        pen.lineTo(plot.bbox.left + plot.bbox.width, y);
        pen.stroke();
        pen.font = 11 * scale + "px system-ui, sans-serif";
        pen.textAlign = "left";
        pen.textBaseline = "alphabetic";
        const x = labels
          .filter((label) => Math.abs(label.y - y) < 13 * scale)
          .reduce((free, label) => Math.max(free, label.end + 10 * scale), plot.bbox.left + 4 * scale);
        labels.push({ y: y, end: x + pen.measureText(reference.label).width });
        pen.fillText(reference.label, x, y - 5 * scale);
        pen.restore();
      });
    };
  }

  function axes(chart) {
    const look = {
      stroke: color("soft"), font: "11px system-ui, sans-serif",
      grid: { stroke: fade(color("line"), 0.7), width: 1 }, ticks: { show: false },
    };
    return [
      Object.assign({ size: 30, space: 70, values: (plot, ticks) => ticks.map((t) => (t % 1 === 0 ? tick(t) : "")) }, look),
      Object.assign({ size: 50, space: 34, values: (plot, ticks) => ticks.map(tick) }, look),
    ];
  }

  /** The nearest row at which a column was measured; other curves may have other steps. */
  function measured(column, row) {
    for (let away = 0; away < column.length; away++) {
      if (column[row - away] !== undefined) return row - away;
      if (column[row + away] !== undefined) return row + away;
    }
    return row;
  }

  function legend(chart, plot) {
    const box = make("div", "legend");
    const at = places(chart);
    const values = chart.curves.map((curve, i) => {
      const button = make("button");
      button.type = "button";
      button.insertAdjacentHTML("beforeend",
        '<svg width="22" height="8" aria-hidden="true"><line x1="0" x2="22" y1="4" y2="4" stroke="var(--c' + Number(curve.color)
        + ')" stroke-width="2" stroke-dasharray="' + DASHES[curve.style].join(" ") + '"/></svg>');
      button.append(make("span", "", curve.label));
      const value = button.appendChild(make("output"));
      button.addEventListener("click", () => {
        const show = button.classList.contains("off");
        button.classList.toggle("off", !show);
        plot.batch(() => {
          for (let k = 0; k < (curve.low.length > 0 ? 3 : 1); k++) plot.setSeries(at[i] + k, { show: show });
        });
      });
      box.append(button);
      return value;
    });
    const where = box.appendChild(make("output"));
    return {
      box: box,
      show: (row) => {
        const none = row === null || row === undefined;
        where.textContent = none ? "" : "step " + plot.data[0][row].toLocaleString("en-US");
        chart.curves.forEach((curve, i) => {
          if (none) { values[i].textContent = ""; return; }
          const near = measured(plot.data[at[i]], row);
          const band = curve.low.length > 0
            ? " (" + number(plot.data[at[i] + 1][near]) + " … " + number(plot.data[at[i] + 2][near]) + ")" : "";
          values[i].textContent = number(plot.data[at[i]][near]) + band;
        });
      },
    };
  }

  function draw(holder) {
    const chart = data.charts[Number(holder.dataset.chart)];
    const lines = series(chart);
    let values = null;
    const plot = new uPlot({
      width: Math.max(holder.clientWidth, 200), height: HEIGHT,
      scales: { x: { time: false }, y: { range: range(chart), distr: chart.log ? 3 : 1 } },
      series: lines.all, bands: lines.bands, axes: axes(chart),
      legend: { show: false },
      cursor: { y: false, sync: { key: "steps" }, drag: { x: true, y: false } },
      hooks: { draw: [drawReferences(chart)], setCursor: [(plot) => { if (values) values.show(plot.cursor.idx); }] },
    }, columns(chart), holder);
    plot.over.setAttribute("role", "img");
    values = legend(chart, plot);
    holder.append(values.box);
    return plot;
  }

  let drawn = [];
  const watcher = new ResizeObserver((changes) => changes.forEach((change) => {
    const found = drawn.find((one) => one.holder === change.target);
    const width = Math.floor(change.contentRect.width);
    if (found && width > 0 && width !== found.plot.width) found.plot.setSize({ width: width, height: HEIGHT });
  }));

  function drawAll() {
    drawn.forEach((one) => { one.plot.destroy(); one.holder.replaceChildren(); });
    drawn = Array.from(document.querySelectorAll("[data-chart]"), (holder) => ({ holder: holder, plot: draw(holder) }));
    drawn.forEach((one) => watcher.observe(one.holder));
  }

  // ---- samples

  function gallery(box) {
    const sheets = data.gallery.seeds;
    const arms = data.gallery.arms;
    const controls = box.appendChild(make("div", "controls"));
    const grid = box.appendChild(make("div", "pictures"));
    const play = controls.appendChild(make("button", "", "▶ Play"));
    const slider = controls.appendChild(make("input"));
    const label = controls.appendChild(make("output"));
    const seed = make("select");
    let sheet = sheets[0];
    let timer = null;

    play.type = "button";
    slider.type = "range";
    slider.min = 0;
    slider.setAttribute("aria-label", "step");
    sheets.forEach((one, i) => seed.add(new Option("seed " + one.seed, i)));
    seed.setAttribute("aria-label", "seed");
    if (sheets.length > 1) controls.append(seed);

    const frames = arms.map((arm, i) => {
      const figure = make("figure");
      const caption = make("figcaption");
      const name = caption.appendChild(make("span", "arm"));
      name.append(make("i", "swatch c" + (i % Number(color("series")))), arm);
      const image = make("img");
      image.alt = "samples of " + arm;
      const none = make("div", "none");
      image.addEventListener("click", () => figure.classList.toggle("wide"));
      figure.append(caption, image, none);
      grid.append(figure);
      return { image: image, none: none };
    });

    function show() {
      const at = Number(slider.value);
      label.textContent = "step " + sheet.steps[at].toLocaleString("en-US");
      frames.forEach((frame, i) => {
        const picture = sheet.pictures[at][i];
        frame.image.hidden = picture === "";
        frame.none.hidden = picture !== "";
        if (picture !== "") frame.image.src = picture;
        frame.none.textContent = "No picture here" + (sheet.missing[i] ? ": " + sheet.missing[i] : "");
      });
    }

    function pause() {
      clearInterval(timer);
      timer = null;
      play.textContent = "▶ Play";
    }

    function choose() {
      sheet = sheets[Number(seed.value || 0)];
      slider.max = sheet.steps.length - 1;
      slider.value = slider.max;
      slider.disabled = play.disabled = sheet.steps.length < 2;
      pause();
      show();
    }

    play.addEventListener("click", () => {
      if (timer) { pause(); return; }
      if (slider.value === slider.max) slider.value = 0;
      show();
      play.textContent = "❚❚ Pause";
      timer = setInterval(() => {
        if (slider.value === slider.max) { pause(); return; }
        slider.value = Number(slider.value) + 1;
        show();
      }, 350);
    });
    slider.addEventListener("input", () => { pause(); show(); });
    seed.addEventListener("change", choose);
    choose();
  }

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  const box = document.getElementById("gallery");
  if (box) gallery(box);
  root.dataset.charts = drawn.length;
})();
