(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("charts").textContent);
  var good = "#1a7f5a", bad = "#b3392f", calm = "#1f5fa8", soft = "#9aa7b5", ink = "#1d2733";
  var charts = [];

  function escape(text) {
    return String(text).replace(/[&<>"']/g, function (c) {
      return { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }[c];
    });
  }

  function show(id, option) {
    var place = document.getElementById("chart-" + id);
    if (!place || !data[id]) { return; }
    var chart = echarts.init(place, null, { renderer: "svg" });
    option.animation = false;
    option.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
    chart.setOption(option);
    charts.push(chart);
  }

  function short(value) {
    var size = Math.abs(value);
    if (data.language === "zh") {
      if (size >= 1e8) { return +(value / 1e8).toFixed(2) + "亿"; }
      if (size >= 1e4) { return +(value / 1e4).toFixed(1) + "万"; }
    } else {
      if (size >= 1e6) { return +(value / 1e6).toFixed(2) + "M"; }
      if (size >= 1e3) { return +(value / 1e3).toFixed(1) + "k"; }
    }
    return String(+value.toFixed(2));
  }

  function percent(value) { return +(100 * value).toFixed(1) + "%"; }

  var words = data.words;

  if (data.attainment) {
    // The upper end of a range counts too: the label stands where both it and the bar are over.
    var ends = data.attainment.map(function (row) { return Math.max(row.ratio, row.upTo || 0); });
    var longest = Math.max.apply(null, ends.concat([1]));
    show("attainment", {
      grid: { left: 8, right: 48, top: 24, bottom: 8, containLabel: true },
      tooltip: { trigger: "item", formatter: function (p) { return escape(data.attainment[p.dataIndex].tip); } },
      xAxis: { type: "value", axisLabel: { formatter: percent, hideOverlap: true } },
      yAxis: { type: "category", inverse: true, data: data.attainment.map(function (row) { return row.name; }),
        axisLabel: { width: 150, overflow: "truncate", interval: data.attainment.length > 20 ? "auto" : 0 } },
      series: [{ type: "bar", name: words.attainment,
        data: data.attainment.map(function (row) {
          return { value: row.ratio, itemStyle: { color: row.reached ? good : calm } };
        }),
        markLine: { symbol: "none", silent: true, label: { show: false }, lineStyle: { color: ink },
          data: [{ xAxis: 1 }] } },
        { type: "scatter", silent: true, symbol: "rect", symbolSize: [2, 16], itemStyle: { color: ink },
          data: data.attainment.map(function (row, at) { return [row.upTo, at]; })
            .filter(function (end) { return end[0] !== undefined; }) },
        { type: "scatter", silent: true, symbolSize: 0, z: 10,
          data: data.attainment.map(function (row, at) {
            var text = window.innerWidth < 600 ? row.short : row.label; // a phone has no room for both
            var inside = text.length > 8 && ends[at] > 0.7 * longest;
            return { value: [ends[at], at], label: { show: true, position: inside ? "left" : "right",
              formatter: text, color: inside && row.ratio === ends[at] ? "#fff" : ink,
              backgroundColor: inside ? "transparent" : "#fff", padding: [1, 2] } };
          }) }]
    });
  }

  if (data.pace) {
    show("pace", {
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: "axis", valueFormatter: function (v) { return v === null || v === undefined ? "–" : short(v); } },
      xAxis: { type: "category", data: data.pace.days },
      yAxis: { type: "value", axisLabel: { formatter: short } },
      series: [
        { type: "line", name: words.planned, data: data.pace.planned, showSymbol: false,
          lineStyle: { type: "dashed", color: soft }, itemStyle: { color: soft } },
        { type: "line", name: words.actual, data: data.pace.actual, showSymbol: false,
          lineStyle: { color: calm, width: 3 }, itemStyle: { color: calm } }
      ]
    });
  }

  if (data.funnel) {
    var stacked = function (name, key, color) {
      return { type: "bar", stack: "stage", name: name, itemStyle: { color: color },
        data: data.funnel.map(function (row) { return row[key]; }) };
    };
    show("funnel", {
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { type: "value" },
      yAxis: { type: "category", inverse: true, data: data.funnel.map(function (row) { return row.name; }) },
      series: [stacked(words.converted, "converted", good), stacked(words.pending, "pending", soft),
        stacked(words.lost, "lost", bad)]
    });
  }

  if (data.waterfall) {
    show("waterfall", {
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", axisPointer: { type: "none" }, formatter: function (list) {
        var row = data.waterfall[list[0].dataIndex];
        return escape(row.name) + ": " + escape(row.tip);
      } },
      xAxis: { type: "category", data: data.waterfall.map(function (row) { return row.name; }),
        axisLabel: { interval: 0, rotate: 30 } },
      yAxis: { type: "value", axisLabel: { formatter: short } },
      series: [
        { type: "bar", stack: "steps", silent: true, itemStyle: { color: "transparent" },
          data: data.waterfall.map(function (row) { return row.base; }) },
        { type: "bar", stack: "steps", data: data.waterfall.map(function (row) {
          return { value: row.size, itemStyle: { color: row.kind === "total" ? calm : row.kind === "plus" ? good : bad } };
        }), label: { show: true, position: "top", formatter: function (p) { return escape(data.waterfall[p.dataIndex].label); } } }
      ]
    });
  }

  if (data.peers) {
    var curve = function (name, key, type) {
      return { type: "line", name: name, showSymbol: false, silent: true,
        lineStyle: { color: soft, type: type, width: 1 }, itemStyle: { color: soft },
        data: data.peers.limits.map(function (row) { return [row.n, row[key]]; }) };
    };
    show("peers", {
      grid: { left: 8, right: 24, top: 48, bottom: 32, containLabel: true },
      legend: { top: 0, data: [words.limit95, words.limit998] },
      tooltip: { trigger: "item", formatter: function (p) { return p.data && p.data.tip ? escape(p.data.tip) : ""; } },
      xAxis: { type: "value", name: words.closed, nameLocation: "middle", nameGap: 26, min: 0 },
      yAxis: { type: "value", min: 0, max: 1, axisLabel: { formatter: percent } },
      series: [
        curve(words.limit95, "lower95", "dashed"), curve(words.limit95, "upper95", "dashed"),
        curve(words.limit998, "lower998", "solid"), curve(words.limit998, "upper998", "solid"),
        { type: "scatter", symbolSize: 11,
          data: data.peers.points.map(function (row) {
            return { value: [row.n, row.rate], tip: row.tip, name: row.name,
              itemStyle: { color: row.status === "ABOVE" ? good : row.status === "BELOW" ? bad : calm },
              label: { show: row.status === "ABOVE" || row.status === "BELOW", position: "right", formatter: row.label } };
          }),
          markLine: { symbol: "none", silent: true, lineStyle: { color: ink },
            label: { formatter: percent(data.peers.center) }, data: [{ yAxis: data.peers.center }] } }
      ]
    });
  }

  function resize() { charts.forEach(function (chart) { chart.resize(); }); }
  window.addEventListener("resize", resize);
  window.addEventListener("beforeprint", resize);
  document.documentElement.setAttribute("data-charts", String(charts.length));
})();
