// Print unfolded: what is folded on the screen is open on paper, and folded again afterwards.
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  opened.forEach((one) => { one.open = true; });
});
window.addEventListener("afterprint", () => {
  opened.forEach((one) => { one.open = false; });
});
