/* Draws the dashboard items that have an AMD module; the API is the part of Jira's that works on one page. */
(function ($) {
  function api(item) {
    return {
      savePreferences: function (preferences) {
        return $.ajax({
          type: 'POST',
          url: AJS.contextPath() + '/secure/Dashboard.jspa',
          data: { id: item.attr('data-id'), preferences: JSON.stringify(preferences) }
        });
      },
      setTitle: function (title) { item.closest('section').find('h2').contents().first()[0].textContent = title; },
      getGadgetId: function () { return item.attr('data-id'); },
      showLoadingBar: function () { item.attr('aria-busy', 'true'); },
      hideLoadingBar: function () { item.removeAttr('aria-busy'); },
      resize: function () {},
      initRefresh: function () {}
    };
  }
  $(function () {
    $('.dashboard-item-content[data-amd]').each(function () {
      var item = $(this);
      var name = item.attr('data-amd');
      if (!name) { return; }
      try {
        var Item = window.require(name);
        new Item(api(item)).render(item, JSON.parse(item.attr('data-preferences') || '{}'));
      } catch (failed) {
        item.append($('<p class="aui-message aui-message-error"/>').text('This gadget could not be drawn: ' + failed.message));
      }
    });
  });
})(window.jQuery);
