package io.throughline.host.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** The product's chrome around a page: header with navigation, footer. */
public interface Decorator {

    void decorate(Page page, HttpServletRequest request, Writer out) throws IOException;

    /**
     * What was taken from the undecorated answer.
     *
     * @param kind the content of its decorator meta tag: "atl.general", "atl.admin", "admin"
     * @param title plain text, already decoded
     * @param head markup of its head without title and decorator meta tag
     * @param body markup inside its body element
     * @param bodyAttributes the attributes of its body element as written
     * @param meta its meta tags by name, e.g. "admin.active.section"
     * @param resources link and script tags of everything required during the request, contexts included; goes into the head
     */
    record Page(
            String kind,
            String title,
            String head,
            String body,
            String bodyAttributes,
            Map<String, String> meta,
            String resources) {}
}
