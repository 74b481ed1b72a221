/* How Jira tells scripts of apps that something new is in the page:
   https://developer.atlassian.com/server/jira/platform/extending-inline-edit-for-jira-plugins/ */
(function (window, $) {
  var page = $(window.document);
  window.JIRA = {
    Events: { NEW_CONTENT_ADDED: 'newContentAdded' },
    CONTENT_ADDED_REASON: { pageLoad: 'pageLoad' },
    bind: function (event, act) { page.on(event, act); },
    trigger: function (event, values) { page.trigger(event, values); }
  };
  $(function () { window.JIRA.trigger('newContentAdded', [page, 'pageLoad']); });
})(window, window.jQuery);
