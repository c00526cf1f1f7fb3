// Carries the run on while the window is open, and shows how far it is. WP-Cron does the same without it.
(() => {
  const shown = document.getElementById("memberferry-progress");
  if (!shown || shown.dataset.running !== "1") {
    return;
  }
  const tick = async () => {
    try {
      const body = new URLSearchParams({ action: "memberferry_tick", nonce: window.memberferry.nonce });
      const response = await fetch(window.memberferry.url, { method: "POST", credentials: "same-origin", body });
      const { data } = await response.json();
      shown.innerHTML = data.html;
      if (data.running) {
        setTimeout(tick, 1000);
      } else {
        window.location.reload();
      }
    } catch {
      const lost = document.createElement("p");
      lost.textContent = window.memberferry.lost;
      shown.replaceChildren(lost);
      setTimeout(tick, 10000);
    }
  };
  tick();
})();
