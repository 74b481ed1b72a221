package io.throughline.host.confluence.export;

import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page that a request names by its parameter {@code pageId}. */
final class RequestedPage {

    private RequestedPage() {}

    static Optional<WikiPage> of(HttpServletRequest request, Wiki wiki) {
        String id = request.getParameter("pageId");
        return id != null && id.matches("\\d{1,18}") ? wiki.page(Long.parseLong(id)) : Optional.empty();
    }
}
