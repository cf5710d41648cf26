// Puts the remembered theme on before anything is drawn; without a script the system's theme holds.
"use strict";
(() => {
  try {
    const theme = localStorage.getItem("sayso-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the system's theme holds.
  }
})();
