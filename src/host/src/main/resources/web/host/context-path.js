/* AUI reads AJS.contextPath while it loads and keeps it read-only; in the products another script has set it by then. */
(function (window, document) {
  window.AJS = window.AJS || {};
  window.AJS.contextPath = function () {
    var tag = document.querySelector('meta[name="ajs-context-path"]');
    return (tag && tag.getAttribute('content')) || '';
  };
})(window, document);
