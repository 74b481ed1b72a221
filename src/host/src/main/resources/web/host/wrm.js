/* The functions that plugins expect beside AUI: WRM.contextPath, WRM.data, WRM.format, AJS.I18n, AJS.Meta. */
(function (window, document) {
  var AJS = window.AJS;
  var WRM = (window.WRM = window.WRM || {});

  function meta(name) {
    var tag = document.querySelector('meta[name="ajs-' + name + '"]');
    return tag ? tag.getAttribute('content') : undefined;
  }

  WRM.contextPath = AJS.contextPath;
  WRM.format = AJS.format;

  // The jsI18n transformer replaces these calls on the server; whoever still gets here sees the bare key, as in the products.
  WRM.I18n = { getText: function (key) { return key; }, km: {} };
  AJS.I18n = WRM.I18n;

  WRM._unparsedData = WRM._unparsedData || {};
  WRM.data = {
    claim: function (key) {
      var text = WRM._unparsedData[key];
      delete WRM._unparsedData[key];
      return text === undefined ? undefined : JSON.parse(text);
    }
  };

  AJS.Meta = AJS.Meta || {};
  AJS.Meta.get = AJS.Meta.get || meta;
})(window, document);
