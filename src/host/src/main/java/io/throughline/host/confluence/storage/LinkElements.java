package io.throughline.host.confluence.storage;

import io.throughline.host.web.Html;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Links and pictures. */
final class LinkElements {

    private final StorageRenderer renderer;
    private final WikiLinks links;

    LinkElements(StorageRenderer renderer, WikiLinks links) {
        this.renderer = renderer;
        this.links = links;
    }

    /** @return false when the element is neither */
    boolean render(Element element, StringBuilder out, PageConversion context) {
        if (Xml.isAc(element, "link")) {
            link(element, out, context);
            return true;
        }
        if (Xml.isAc(element, "image")) {
            image(element, out);
            return true;
        }
        return false;
    }

    private void link(Element link, StringBuilder out, PageConversion context) {
        Optional<Element> resource = Xml.riChild(link);
        String kind = resource.map(Node::getLocalName).orElse("anchor");
        if (kind.equals("user")) {
            String key = resource.map(user -> Xml.ri(user, "userkey")).orElse("");
            String name = key.isEmpty()
                    ? resource.map(user -> Xml.ri(user, "username")).orElse("")
                    : key;
            out.append("<span class=\"confluence-userlink\">")
                    .append(Html.escape(links.person(name).orElse("Unknown User (" + name + ")")))
                    .append("</span>");
            return;
        }
        String anchor = Xml.ac(link, "anchor");
        Optional<String> address = resource.isEmpty()
                ? Optional.of("")
                : resource.flatMap(target -> address(target, context.getSpaceKey()));
        if (address.isEmpty()) {
            out.append("<span class=\"unresolved\">");
            text(link, resource, out, context);
            out.append("</span>");
            return;
        }
        String href = address.get() + (anchor.isEmpty() ? "" : "#" + anchor);
        out.append("<a href=\"").append(Html.escape(href)).append("\">");
        text(link, resource, out, context);
        out.append("</a>");
    }

    private Optional<String> address(Element target, String ownSpace) {
        return switch (target.getLocalName()) {
            case "page" -> {
                String space = Xml.ri(target, "space-key");
                String key = space.isEmpty() ? ownSpace : space;
                yield key == null ? Optional.empty() : links.page(key, Xml.ri(target, "content-title"));
            }
            case "space" -> links.space(Xml.ri(target, "space-key"));
            case "url" -> Optional.of(Xml.ri(target, "value")).filter(LinkElements::isWebAddress);
            default -> Optional.empty();
        };
    }

    private void text(Element link, Optional<Element> resource, StringBuilder out, PageConversion context) {
        Optional<Element> body = Xml.acChild(link, "link-body");
        if (body.isPresent()) {
            renderer.children(body.get(), out, context);
            return;
        }
        String plain = Xml.acChild(link, "plain-text-link-body")
                .map(Node::getTextContent)
                .orElse("");
        if (plain.isEmpty()) {
            plain = resource.map(LinkElements::name).orElse(Xml.ac(link, "anchor"));
        }
        out.append(Html.escape(plain));
    }

    private static String name(Element target) {
        return switch (target.getLocalName()) {
            case "page", "blog-post" -> Xml.ri(target, "content-title");
            case "space" -> Xml.ri(target, "space-key");
            case "attachment" -> Xml.ri(target, "filename");
            default -> Xml.ri(target, "value");
        };
    }

    private static void image(Element image, StringBuilder out) {
        Optional<Element> resource = Xml.riChild(image);
        String address = resource.filter(target -> target.getLocalName().equals("url"))
                .map(target -> Xml.ri(target, "value"))
                .filter(LinkElements::isWebAddress)
                .orElse("");
        if (address.isEmpty()) {
            out.append("<span class=\"unknown-attachment\">")
                    .append(Html.escape(resource.map(LinkElements::name).orElse("")))
                    .append("</span>");
            return;
        }
        out.append("<img class=\"confluence-embedded-image\" src=\"")
                .append(Html.escape(address))
                .append('"');
        for (String size : new String[] {"width", "height", "alt", "title"}) {
            String value = Xml.ac(image, size);
            if (!value.isEmpty()) {
                out.append(' ')
                        .append(size)
                        .append("=\"")
                        .append(Html.escape(value))
                        .append('"');
            }
        }
        out.append('>');
    }

    private static boolean isWebAddress(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || start.startsWith("/");
    }
}
