/* Draws the dashboard items that have an AMD module; the API is the part of Jira's that works on one page. */
(function ($) {
  // as Jira does: what is saved is drawn at once
  function api(item, draw) {
    return {
      savePreferences: function (preferences) {
        return $.ajax({
          type: 'POST',
          url: AJS.contextPath() + '/secure/Dashboard.jspa',
          data: { id: item.attr('data-id'), preferences: JSON.stringify(preferences) }
        }).done(function () { draw(preferences); });
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
        var preferences = JSON.parse(item.attr('data-preferences') || '{}');
        var drawn = new Item(api(item, function (saved) {
          preferences = saved;
          drawn.render(item, saved);
        }));
        drawn.render(item, preferences);
        item.closest('section').find('.dashboard-item-edit').on('click', function () {
          if (drawn.renderEdit) { drawn.renderEdit(item, preferences); }
        });
      } catch (failed) {
        item.append($('<p class="aui-message aui-message-error"/>').text('This gadget could not be drawn: ' + failed.message));
      }
    });
  });
})(window.jQuery);
