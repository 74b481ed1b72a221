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

  // Named AMD modules as dashboard items use them. No define.amd: libraries that look for it keep making globals.
  if (!window.define) {
    var waiting = {};
    var made = {};
    window.define = function (name, dependencies, factory) {
      waiting[name] = factory === undefined ? { needs: [], make: dependencies } : { needs: dependencies, make: factory };
    };
    var resolve = function (name) {
      if (!(name in made)) {
        if (name === 'jquery') { made[name] = window.jQuery; }
        else if (waiting[name]) {
          var module = waiting[name];
          made[name] = typeof module.make === 'function' ? module.make.apply(null, module.needs.map(resolve)) : module.make;
        } else { throw new Error('no module ' + name); }
      }
      return made[name];
    };
    window.require = function (names, callback) {
      if (typeof names === 'string') { return resolve(names); }
      var found = names.map(resolve);
      return callback && callback.apply(null, found);
    };
  }
})(window, document);
