// Draws the map: outlines of countries, and each place as an area as wide as it is uncertain. Everything comes from
// this machine; letters are drawn with the fonts it has. Without WebGL or a script the list beside it is all there is.
"use strict";
(() => {
  const frame = document.getElementById("the-map");
  const items = [...document.querySelectorAll(".spots > ol > li")];
  const EARTH = 6371008.8;
  const COARSE = 25000; // metres, from which on a place is never drawn as a full ring
  const FONT = ["sans-serif"];

  // ---- outlines: TopoJSON, arcs as steps from point to point ----

  function lines(topology) {
    const { scale, translate } = topology.transform;
    return topology.arcs.map((arc) => {
      let [x, y] = [0, 0];
      return arc.map((step) => {
        x += step[0];
        y += step[1];
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
      });
    });
  }

  // A country across the 180th meridian goes on beyond it, instead of leaping back around the world; one around a pole
  // is closed at the pole.
  function unbroken(points) {
    let turns = 0;
    const ring = points.map(([x, y], at) => {
      const step = at ? x - points[at - 1][0] : 0;
      if (Math.abs(step) > 180) turns -= Math.sign(step);
      return [x + turns * 360, y];
    });
    if (turns === 0) return ring;
    const pole = ring[0][1] < 0 ? -90 : 90;
    return [...ring, [ring.at(-1)[0], pole], [ring[0][0], pole], ring[0]];
  }

  function countries(topology) {
    const arcs = lines(topology);
    const line = (number) => (number < 0 ? [...arcs[~number]].reverse() : arcs[number]);
    const ring = (numbers) => unbroken(numbers.flatMap((number, at) => line(number).slice(at ? 1 : 0)));
    const features = topology.objects.countries.geometries.map((shape) => {
      const polygons = shape.type === "Polygon" ? [shape.arcs] : shape.arcs ?? [];
      const coordinates = polygons.map((rings) => rings.map(ring));
      return { type: "Feature", properties: shape.properties, geometry: { type: "MultiPolygon", coordinates } };
    });
    return { type: "FeatureCollection", features };
  }

  function names(shapes) {
    const features = shapes.features.map(({ properties, geometry }) => {
      const rings = geometry.coordinates.map((rings) => rings[0]);
      const size = (ring) => { const [w, s, e, n] = box(ring); return (e - w) * (n - s); };
      const largest = rings.reduce((one, other) => (size(other) > size(one) ? other : one), rings[0]);
      const [west, south, east, north] = box(largest);
      const point = { type: "Point", coordinates: [(west + east) / 2, (south + north) / 2] };
      return { type: "Feature", properties: { name: properties.name, size: size(largest) }, geometry: point };
    });
    return { type: "FeatureCollection", features };
  }

  function box(points) {
    return points.reduce(([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
      [180, 90, -180, -90]);
  }

  // ---- areas ----

  function circle([lon, lat], metres) {
    const [turn, angle] = [Math.PI / 180, metres / EARTH];
    const points = Array.from({ length: 65 }, (_, step) => {
      const bearing = (step / 64) * 2 * Math.PI;
      const south = Math.asin(Math.sin(lat * turn) * Math.cos(angle) + Math.cos(lat * turn) * Math.sin(angle) * Math.cos(bearing));
      const east = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(lat * turn), Math.cos(angle) - Math.sin(lat * turn) * Math.sin(south));
      return [lon + east / turn, south / turn];
    });
    return [points];
  }

  function areas(spots) {
    const features = spots.features.filter((spot) => spot.properties.radius_m).map((spot) => ({
      type: "Feature",
      properties: spot.properties,
      geometry: { type: "Polygon", coordinates: circle(spot.geometry.coordinates, spot.properties.radius_m) },
    }));
    return { type: "FeatureCollection", features };
  }

  function around(spots) {
    const shapes = areas(spots).features.flatMap((area) => area.geometry.coordinates[0]);
    const [west, south, east, north] = box([...shapes, ...spots.features.map((spot) => spot.geometry.coordinates)]);
    return [[Math.max(west, -179), Math.max(south, -80)], [Math.min(east, 179), Math.min(north, 82)]];
  }

  // ---- colours: those of the page, whichever theme is on ----

  function probe(name) {
    const node = frame.appendChild(document.createElement("i"));
    node.className = `probe ${name}`;
    const { color, backgroundColor, borderTopColor, outlineColor } = getComputedStyle(node);
    node.remove();
    return { color, backgroundColor, borderTopColor, outlineColor };
  }

  function layers() {
    const [land, marks] = [probe("land"), probe("marks")];
    const text = { "text-color": marks.color, "text-halo-color": land.backgroundColor, "text-halo-width": 1.5 };
    const coarse = ["any", ["!", ["to-boolean", ["get", "radius_m"]]], [">=", ["to-number", ["get", "radius_m"]], COARSE]];
    const ring = { "circle-color": marks.backgroundColor, "circle-stroke-color": marks.backgroundColor, "circle-stroke-width": 2 };
    const label = { "text-font": FONT, "text-size": 12, "text-allow-overlap": true };
    return [
      { id: "sea", type: "background", paint: { "background-color": land.color } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": land.backgroundColor } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": land.borderTopColor, "line-width": 1 } },
      { id: "countries", type: "symbol", source: "names", minzoom: 2.2, layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-letter-spacing": .08, "symbol-sort-key": ["-", ["get", "size"]] }, paint: { ...text, "text-color": marks.outlineColor } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": marks.backgroundColor, "fill-opacity": .14 } },
      { id: "edges", type: "line", source: "areas", paint: { "line-color": marks.backgroundColor, "line-width": 1.5, "line-dasharray": [3, 2] } },
      { id: "chosen", type: "line", source: "chosen", paint: { "line-color": marks.borderTopColor, "line-width": 4 } },
      { id: "clusters", type: "circle", source: "spots", filter: ["has", "point_count"], paint: { ...ring, "circle-opacity": .25, "circle-radius": ["interpolate", ["linear"], ["get", "sum"], 2, 14, 100, 24, 5000, 36] } },
      { id: "sums", type: "symbol", source: "spots", filter: ["has", "point_count"], layout: { ...label, "text-field": ["to-string", ["get", "sum"]] }, paint: text },
      { id: "rings", type: "circle", source: "spots", filter: ["!", ["has", "point_count"]], paint: { ...ring, "circle-opacity": ["case", coarse, 0, .25], "circle-stroke-opacity": ["case", coarse, .35, 1], "circle-radius": 10 } },
      { id: "counts", type: "symbol", source: "spots", filter: ["!", ["has", "point_count"]], layout: { ...label, "text-field": ["to-string", ["get", "count"]] }, paint: text },
      { id: "called", type: "symbol", source: "spots", filter: ["!", ["has", "point_count"]], layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 13, "text-anchor": "top", "text-offset": [0, 1], "text-optional": true }, paint: text },
    ];
  }

  // ---- the map and the list ----

  const at = (item) => [Number(item.dataset.lon), Number(item.dataset.lat)];
  const asSpot = (item) => ({ type: "Feature", properties: { radius_m: Number(item.dataset.radius) || 2000 }, geometry: { type: "Point", coordinates: at(item) } });

  function choose(map, item) {
    for (const one of items) one.removeAttribute("aria-current");
    item?.setAttribute("aria-current", "true");
    map.getSource("chosen").setData(areas({ features: item ? [asSpot(item)] : [] }));
  }

  function show(map, item) {
    choose(map, item);
    map.fitBounds(around({ features: [asSpot(item)] }), { padding: 60, maxZoom: 9, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
  }

  function pressed(map, event) {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ["clusters", "rings", "areas"] });
    if (!hit) return;
    if (hit.layer.id === "clusters") {
      map.getSource("spots").getClusterExpansionZoom(hit.properties.cluster_id).then((zoom) => map.easeTo({ center: hit.geometry.coordinates, zoom }));
      return;
    }
    const item = items[hit.properties.index]; // the list begins as the places do
    if (!item) return;
    choose(map, item);
    item.scrollIntoView({ block: "nearest" });
    item.focus({ preventScroll: true });
  }

  function connect(map, spots) {
    const all = () => map.fitBounds(around(spots), { padding: 50, maxZoom: 5.5, animate: false });
    all();
    map.on("click", (event) => pressed(map, event));
    document.getElementById("zoom-in").addEventListener("click", () => map.zoomIn());
    document.getElementById("zoom-out").addEventListener("click", () => map.zoomOut());
    document.getElementById("zoom-all").addEventListener("click", all);
    for (const item of items) {
      const button = item.querySelector("button.show");
      button.hidden = false;
      button.addEventListener("click", () => show(map, item));
      item.addEventListener("focusin", () => choose(map, item));
      item.addEventListener("mouseenter", () => choose(map, item));
    }
    const repaint = () => {
      for (const layer of layers()) for (const [name, value] of Object.entries(layer.paint)) map.setPaintProperty(layer.id, name, value);
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    frame.dataset.drawn = "yes";
  }

  async function draw() {
    const [spots, world] = await Promise.all([frame.dataset.spots, frame.dataset.world].map(async (address) => (await fetch(address)).json()));
    const shapes = countries(world);
    spots.features.forEach((spot, index) => { spot.properties.index = index; });
    const json = (data, more = {}) => ({ type: "geojson", data, ...more });
    maplibregl.setWorkerUrl(new URL(frame.dataset.worker, location.href).href);
    maplibregl.setRTLTextPlugin(new URL(frame.dataset.rtl, location.href).href, true);
    frame.hidden = false;
    const map = new maplibregl.Map({
      container: "canvas",
      attributionControl: false,
      maxZoom: 12,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      style: {
        version: 8,
        sources: {
          world: json(shapes),
          names: json(names(shapes)),
          areas: json(areas(spots)),
          chosen: json({ type: "FeatureCollection", features: [] }),
          spots: json(spots, { cluster: true, clusterRadius: 34, clusterMaxZoom: 8, clusterProperties: { sum: ["+", ["get", "count"]] } }),
        },
        layers: layers(),
      },
    });
    map.touchZoomRotate.disableRotation();
    map.getCanvas().setAttribute("aria-label", frame.getAttribute("aria-label"));
    map.on("load", () => connect(map, spots));
    map.on("error", (event) => console.error(event.error.message));
  }

  draw().catch((error) => {
    const told = document.createElement("p");
    told.className = "quiet";
    told.textContent = frame.dataset.cannot;
    frame.replaceWith(told);
    console.info(error.message);
  });
})();
